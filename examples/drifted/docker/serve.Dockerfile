FROM python:3.10-slim

RUN pip install "pip==23.3.1" "setuptools==65.5.1"
COPY requirements/prod.txt .
RUN pip install -r prod.txt
COPY lighthouse /app/lighthouse
WORKDIR /app
CMD ["python", "-m", "lighthouse.serve"]
