// Where Defender for Storage tells what it found. It publishes over the public address: a topic behind a private endpoint would hear nothing.

@description('Its name.')
param name string

@description('Where it lies: in the region of the account that is scanned.')
param location string

@description('Tags of every resource.')
param tags { *: string }

resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { inputSchema: 'EventGridSchema', minimumTlsVersionAllowed: '1.2', publicNetworkAccess: 'Enabled' }
}

@description('Who delivers.')
output principalId string = topic.identity.principalId
