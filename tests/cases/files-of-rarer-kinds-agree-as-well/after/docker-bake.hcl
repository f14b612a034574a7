variable "PYTHON_VERSION" { default = "3.10" }
variable "RELEASE" { default = "3.9" }
