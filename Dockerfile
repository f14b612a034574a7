# docker build -t pinlint . && docker run --rm -v "$PWD:/repository" pinlint
FROM python:3.11-slim

WORKDIR /pinlint
COPY requirements/prod.txt requirements/
RUN pip install --no-cache-dir -r requirements/prod.txt
COPY . .
RUN pip install --no-cache-dir --no-deps .

# git lists the files of the repository; one that belongs to another user is still read.
RUN apt-get update \
    && apt-get install --no-install-recommends --yes git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'

USER nobody
WORKDIR /repository
ENTRYPOINT ["pinlint"]
