terraform {
  required_version = ">= 1.3"
}
variable "python_version" {
  default = "3.9"
}
resource "aws_lambda_function" "f" {
  runtime = "python3.9" # "python3.6" before
}
