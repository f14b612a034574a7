variable "PYTHON_VERSION" { default = "3.11" }
variable "BASE" { default = "python:3.11-slim" }
target "app" {
  args     = { PYTHON_VERSION = PYTHON_VERSION, RUFF_VERSION = "0.5.1" }
  contexts = { base = "docker-image://python:3.11-slim", src = "target:src", other = "docker-image://${BASE}" }
  matrix   = { python = ["3.9", "3.10"], tag = ["3.9"] }
}
