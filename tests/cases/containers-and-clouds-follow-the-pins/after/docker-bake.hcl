variable "PYTHON_VERSION" {
  default = "3.10"
}
target "api" {
  args = { TORCH_VERSION = "2.1.2" } # beside python
  contexts = { base = "docker-image://python:${PYTHON_VERSION}-slim" }
}
