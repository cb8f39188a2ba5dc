// The record and the reports.
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
} from 'names.bicep'

@description('Its name, at most 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Where it lies.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Its redundancy.')
param sku 'Standard_LRS' | 'Standard_ZRS'

@description('How long deleted data can be brought back, in days.')
param softDeleteDays int

@description('How long blobs can be neither changed nor removed, in days; 0: no such lock.')
param immutabilityDays int

@description('Whether a person has locked these policies for good; they are then left as they are.')
param immutabilityLocked bool

@description('The origin of the pages, which alone may put blobs from a browser.')
param pageOrigin string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // A user delegation key lives a day, a permission minutes; nothing longer is ever signed.
    sasPolicy: { expirationAction: 'Block', sasExpirationPeriod: '1.00:00:00' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      cors: {
        corsRules: [
          {
            allowedOrigins: [pageOrigin]
            allowedMethods: ['PUT']
            allowedHeaders: [
              'content-type'
              'if-none-match'
              'x-ms-blob-type'
              'x-ms-version'
              'x-ms-client-request-id'
            ]
            exposedHeaders: ['etag', 'x-ms-request-id', 'x-ms-error-code']
            maxAgeInSeconds: 3600
          }
        ]
      }
    }

    resource containers 'containers' = [
      for container in [submissions, documents]: {
        name: container
      }
    ]

    resource deadLettersContainer 'containers' = {
      name: deadLetters
    }
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource blobCreatedQueue 'queues' = {
      name: blobCreated
    }

    // Where the queue trigger puts what failed five times.
    resource poisonQueue 'queues' = {
      name: poison
    }

    resource checkQueue 'queues' = {
      name: checks
    }

    resource checkPoisonQueue 'queues' = {
      name: checksPoison
    }

    resource scanResultQueue 'queues' = {
      name: scanResults
    }

    resource scanResultPoisonQueue 'queues' = {
      name: scanResultsPoison
    }
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }

  // Reports are read while the cycle runs, and hardly ever a year later.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'cool-after-half-a-year'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${submissions}/', '${documents}/'] }
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 180 } } }
            }
          }
          {
            name: 'dead-letters-go-after-a-quarter'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetters}/'] }
              // The account keeps versions: a blob that was deleted would stay as one.
              actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } }
                version: { delete: { daysAfterCreationGreaterThan: 90 } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

// Protected as they are made: nobody can change or remove a blob, but who administers the account can remove an unlocked policy. A person locks
// it (docs/deploy.md); then it can only be prolonged, and writing it again would fail.
resource protection 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [
  for (container, index) in [submissions, documents]: if (immutabilityDays > 0 && !immutabilityLocked) {
    parent: account::blobs::containers[index]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: immutabilityDays, allowProtectedAppendWrites: false }
  }
]
