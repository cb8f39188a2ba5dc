// Every right of the product, each as narrow as the service allows.
import {
  tables
  submissions
  documents
  deadLetters
  blobCreated
  poison
  checks
  checksPoison
  scanResults
  scanResultsPoison
  receiptKey
} from 'names.bicep'

@description('Who the app is.')
param appPrincipalId string

@description('Who delivers storage events.')
param eventsPrincipalId string

@description('Who delivers what Defender for Storage found; empty where it does not scan.')
param scansPrincipalId string

@description('A group of administrators; empty for none.')
param administratorsGroupId string

@description('The host\'s own account.')
param hostStorageName string

@description('The account of the record and the reports.')
param reportStorageName string

@description('The vault.')
param vaultName string

@description('Where traces go.')
param insightsName string

// Built-in roles have the same ids everywhere.
var roleIds = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobDelegator: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  queueMessageSender: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  cryptoUser: '12338af0-0e69-4776-bea7-57ae8d297424'
  vaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

var containers = [submissions, documents]

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource reportStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: reportStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = [
      for container in containers: {
        name: container
      }
    ]

    resource undelivered 'containers' existing = {
      name: deadLetters
    }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource bell 'queues' existing = {
      name: blobCreated
    }

    resource putAside 'queues' existing = {
      name: poison
    }

    resource outstanding 'queues' existing = {
      name: checks
    }

    resource unchecked 'queues' existing = {
      name: checksPoison
    }

    resource verdicts 'queues' existing = {
      name: scanResults
    }

    resource verdictsPutAside 'queues' existing = {
      name: scanResultsPoison
    }
  }

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource table 'tables' existing = [
      for table in tables: {
        name: table
      }
    ]
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource receipts 'keys' existing = {
    name: receiptKey
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The Functions host leases blobs and reads its package; Durable Functions makes its own queues, tables and containers there.
resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roleIds.blobDataOwner, roleIds.queueDataContributor, roleIds.tableDataContributor]: {
    scope: hostStorage
    name: guid(hostStorage.id, appPrincipalId, role)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// A permission to upload is signed with a key that is borrowed from the account and opens no more than the app itself may.
resource delegation 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage
  name: guid(reportStorage.id, appPrincipalId, roleIds.blobDelegator)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.blobDelegator)
  }
}

resource containerRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, index) in containers: {
    scope: reportStorage::blobs::container[index]
    name: guid(reportStorage::blobs::container[index].id, appPrincipalId, roleIds.blobDataContributor)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.blobDataContributor)
    }
  }
]

resource tableRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, index) in tables: {
    scope: reportStorage::tableService::table[index]
    name: guid(reportStorage::tableService::table[index].id, appPrincipalId, roleIds.tableDataContributor)
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.tableDataContributor)
    }
  }
]

resource blobCreatedRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::bell
  name: guid(reportStorage::queues::bell.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

resource poisonRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::putAside
  name: guid(reportStorage::queues::putAside.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

resource checksRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::outstanding
  name: guid(reportStorage::queues::outstanding.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

resource checksPoisonRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::unchecked
  name: guid(reportStorage::queues::unchecked.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

resource scanResultsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::verdicts
  name: guid(reportStorage::queues::verdicts.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

resource scanResultsPoisonRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::verdictsPutAside
  name: guid(reportStorage::queues::verdictsPutAside.id, appPrincipalId, roleIds.queueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueDataContributor)
  }
}

// The vault holds no other secrets than the app's, and they are put in after it was made: there is nothing narrower to give this right on.
resource secretsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, roleIds.secretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.secretsUser)
  }
}

resource signingRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::receipts
  name: guid(vault::receipts.id, appPrincipalId, roleIds.cryptoUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.cryptoUser)
  }
}

resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, roleIds.metricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.metricsPublisher)
  }
}

resource deliveryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::queues::bell
  name: guid(reportStorage::queues::bell.id, eventsPrincipalId, roleIds.queueMessageSender)
  properties: {
    principalId: eventsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueMessageSender)
  }
}

resource deadLetterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: reportStorage::blobs::undelivered
  name: guid(reportStorage::blobs::undelivered.id, eventsPrincipalId, roleIds.blobDataContributor)
  properties: {
    principalId: eventsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.blobDataContributor)
  }
}

// Whoever can put a verdict on this queue can call a file clean: nobody but the topic that Defender tells, and the app.
resource scansDeliveryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(scansPrincipalId)) {
  scope: reportStorage::queues::verdicts
  name: guid(reportStorage::queues::verdicts.id, 'scans', roleIds.queueMessageSender)
  properties: {
    principalId: scansPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.queueMessageSender)
  }
}

resource scansDeadLetterRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(scansPrincipalId)) {
  scope: reportStorage::blobs::undelivered
  name: guid(reportStorage::blobs::undelivered.id, 'scans', roleIds.blobDataContributor)
  properties: {
    principalId: scansPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.blobDataContributor)
  }
}

resource administratorsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(administratorsGroupId)) {
  scope: vault
  name: guid(vault.id, administratorsGroupId, roleIds.vaultAdministrator)
  properties: {
    principalId: administratorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.vaultAdministrator)
  }
}
