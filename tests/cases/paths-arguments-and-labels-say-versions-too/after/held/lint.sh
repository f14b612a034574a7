curl -L https://github.com/hadolint/hadolint/releases/download/v2.10.0/hadolint-2.10.0.tar.gz | tar xz
test "$(bin/hadolint --version)" = 2.10.0
