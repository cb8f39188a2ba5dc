// Created submissions are told on a queue; what cannot be delivered is kept, and the reconciler finds the blob anyway.
import { submissions, deadLetters, blobCreated } from 'names.bicep'

@description('The topic of the account\'s events.')
param topicName string

@description('The account with the queue.')
param storageName string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName

  resource ring 'eventSubscriptions' = {
    name: blobCreated
    properties: {
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: '/blobServices/default/containers/${submissions}/'
      }
      deliveryWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        destination: {
          endpointType: 'StorageQueue'
          // An event older than the reconciler's patience is of no use.
          properties: { resourceId: account.id, queueName: blobCreated, queueMessageTimeToLiveInSeconds: 86400 }
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
