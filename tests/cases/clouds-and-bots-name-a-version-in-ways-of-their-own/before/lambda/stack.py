from aws_cdk import aws_lambda

predict = aws_lambda.Function(runtime=aws_lambda.Runtime.PYTHON_3_9, handler="predict.main", timeout="3.9")
