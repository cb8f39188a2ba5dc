// Keys and secrets: the key that signs receipts never leaves the vault; secrets are put in by an administrator.
import { receiptKey } from 'names.bicep'

@description('Its name, at most 24 characters.')
@maxLength(24)
param name string

@description('Where it lies.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('How long what was deleted can be brought back, in days.')
@maxValue(365)
param softDeleteDays int

@description('Whether nobody can purge the deleted vault before its days are over.')
param purgeProtection bool

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // The service takes true or nothing.
    enablePurgeProtection: purgeProtection ? true : null
    enableSoftDelete: true
    softDeleteRetentionInDays: min(softDeleteDays, 90)
  }

  resource receipts 'keys' = {
    name: receiptKey
    properties: {
      kty: 'EC'
      curveName: 'P-256'
      keyOps: ['sign', 'verify']
      attributes: { enabled: true, exportable: false }
    }
  }
}
