// linuxFxVersion: 'PYTHON|3.6' was the first one
param runtime string = 'PYTHON|3.9'
resource app 'Microsoft.Web/sites@2022-09-01' = {
  properties: {
    siteConfig: {
      linuxFxVersion: 'PYTHON|3.9'
      pythonVersion: '3.9'
      minTlsVersion: '1.2'
    }
    containerImage: 'python:3.9-slim'
  }
}
