# escape=`
FROM python:3.9-windowsservercore
RUN pip install `
    pip==21.1
