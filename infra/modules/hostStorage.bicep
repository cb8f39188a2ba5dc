// What the Functions host and Durable Functions keep for themselves: packages, leases, histories. Nothing that people sent.
import { packages } from 'names.bicep'

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
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource packagesContainer 'containers' = {
      name: packages
    }
  }
}
