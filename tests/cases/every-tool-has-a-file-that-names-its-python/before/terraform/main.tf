resource "aws_lambda_function" "x" {
  runtime = "python3.9"
}
resource "google_cloudfunctions_function" "y" { runtime = "python39" }
resource "azurerm_linux_function_app" "z" {
  site_config {
    linux_fx_version = "PYTHON|3.9"
    application_stack { python_version = "3.9" }
  }
}
