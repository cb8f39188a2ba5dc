// Storage tells of every created blob. The topic has an identity of its own, which delivers; no key and no webhook is needed.

@description('Its name.')
param name string

@description('Where it lies.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('The account that tells.')
param storageName string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: account.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

@description('Who delivers.')
output principalId string = topic.identity.principalId
