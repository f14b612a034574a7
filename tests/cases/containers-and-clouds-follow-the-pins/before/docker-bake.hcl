variable "PYTHON_VERSION" {
  default = "3.9"
}
target "api" {
  args = { TORCH_VERSION = "2.0.1" } # beside python
  contexts = { base = "docker-image://python:${PYTHON_VERSION}-slim" }
}
