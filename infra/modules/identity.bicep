// Whom the app is to everybody else: one identity, without any secret.

@description('Its name.')
param name string

@description('Where it lies.')
param location string

@description('Tags of every resource.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Its resource id.')
output id string = identity.id

@description('What roles are given to.')
output principalId string = identity.properties.principalId

@description('How code names it.')
output clientId string = identity.properties.clientId
