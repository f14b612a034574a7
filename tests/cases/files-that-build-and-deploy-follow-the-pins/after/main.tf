variable "lambda_runtime" { default = "python3.11" }
variable "python_version" { default = "3.11" }
variable "nested" { default = { python_version = "3.11" } }
locals {
  runtime_of_jobs = "python3.11"
  python_version  = "3.11"
  folder          = { python = "3.9" }
}
resource "aws_lambda_layer_version" "tools" {
  compatible_runtimes = ["python3.9", "python3.10"]
}
resource "aws_lambda_function" "api" {
  runtime   = "python3.11"
  image_uri = "public.ecr.aws/docker/library/python:3.11"
}
resource "other" "x" {
  image            = "python"
  linux_fx_version = "PYTHON|3.11"
  required_version = "3.9"
}
resource "aws_glue_job" "x" {
  default_arguments = { python_version = "3.11" }
}
