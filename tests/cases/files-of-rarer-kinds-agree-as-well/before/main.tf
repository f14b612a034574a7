terraform {
  required_version = "3.9"
}
resource "aws_lambda_function" "predict" {
  runtime = "python3.10"
}
