// Every uploaded file is scanned by Defender for Storage, which tells a topic, which tells a queue. What Defender itself would write down beside a blob,
// tags that others can write too, is switched off: a verdict is believed from the queue alone.
import { documents, deadLetters, scanResults } from 'names.bicep'

@description('The topic.')
param topicName string

@description('The account that is scanned.')
param storageName string

@description('At most so many gigabytes are scanned in a month; what comes after has no verdict and does not count.')
param capGbPerMonth int

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName

  resource ring 'eventSubscriptions' = {
    name: scanResults
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      filter: { includedEventTypes: ['Microsoft.Security.MalwareScanningResult'] }
      deliveryWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        destination: {
          endpointType: 'StorageQueue'
          // A verdict is told once: it waits for the app as long as a queue keeps anything by itself.
          properties: { resourceId: account.id, queueName: scanResults, queueMessageTimeToLiveInSeconds: 604800 }
        }
      }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: account.id, blobContainerName: deadLetters }
        }
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    }
  }
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      blobScanResultsOptions: 'None'
      onUpload: {
        isEnabled: true
        capGBPerMonth: capGbPerMonth
        filters: { excludeBlobsWithPrefix: ['${documents}/', '${deadLetters}/'] }
      }
      scanResultsEventGridTopicResourceId: topic.id
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
  // Nothing is scanned before somebody hears of it.
  dependsOn: [topic::ring]
}
