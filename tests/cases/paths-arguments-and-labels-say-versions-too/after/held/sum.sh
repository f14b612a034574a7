wget https://github.com/hadolint/hadolint/releases/download/v2.10.0/hadolint-2.10.0.tar.gz
echo "6f1ed002ab5595859014ebf0951522d96f1ed002ab5595859014ebf0951522d9  hadolint-2.10.0.tar.gz" | sha256sum -c
