// linuxFxVersion: 'PYTHON|3.6' was the first one
param runtime string = 'PYTHON|3.10'
resource app 'Microsoft.Web/sites@2022-09-01' = {
  properties: {
    siteConfig: {
      linuxFxVersion: 'PYTHON|3.10'
      pythonVersion: '3.10'
      minTlsVersion: '1.2'
    }
    containerImage: 'python:3.10-slim'
  }
}
