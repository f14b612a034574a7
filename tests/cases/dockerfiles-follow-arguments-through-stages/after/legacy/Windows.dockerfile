# escape=`
FROM python:3.10-windowsservercore
RUN pip install `
    pip==23.3.1
