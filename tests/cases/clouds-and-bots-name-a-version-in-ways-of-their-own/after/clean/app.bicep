param linuxFxVersion string = 'PYTHON|3.10'
param nodeVersion string = '3.9'
