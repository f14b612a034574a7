terraform {
  required_providers {
    python = { source = "acme/python", version = "~> 3.7" }
  }
}
resource "a" "b" {
  runtime = "java11"
  python_version = var.new ? "3.9" : "3.10"
  script = <<-EOT
    python_version = "3.7"
  EOT
}
