from aws_cdk import aws_lambda

function = aws_lambda.Function(runtime="python3.9")
