// The function app on Flex Consumption. Every setting's name is one that the options classes or the host know; a test holds them together.
import { packages, receiptKey, mailServerType } from 'names.bicep'

@description('Its name; also its address.')
param name string

@description('Where it lies.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Who it is: the identity\'s resource id.')
param identityId string

@description('Who it is: how code names the identity.')
param identityClientId string

@description('The host\'s own account.')
param hostStorageName string

@description('The account of the record and the reports.')
param reportStorageName string

@description('The vault.')
param vaultName string

@description('Where traces go.')
param insightsConnectionString string

@description('The beginning of every link.')
param baseUri string

@description('The keys behind links, by id; each is a secret of the vault.')
param linkKeys string[]

@description('The key that new links are made with.')
param currentLinkKey string

@description('Who delivers mails.')
param mailProvider 'SendGrid' | 'Smtp'

@description('The mail server, if it delivers.')
param mailServer mailServerType

@description('The sender\'s address.')
param mailFromAddress string

@description('The sender\'s name.')
param mailFromName string

@description('The app registration that signs operators in; empty keeps the operators\' doors shut.')
param operatorsClientId string

@description('Whether Defender for Storage scans what is uploaded.')
param isScanned bool

@description('At most so many instances.')
param maximumInstances int

@description('Memory of one instance, in MB.')
param instanceMemoryMb 2048 | 4096

var hasOperators = !empty(operatorsClientId)
var secretsUri = 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets'

var hostSettings = {
  AzureWebJobsStorage__accountName: hostStorageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  // The app has a page of its own at the address without a path.
  AzureWebJobsDisableHomepage: 'true'
}

var productSettings = {
  Storage__BlobServiceUri: 'https://${reportStorageName}.blob.${environment().suffixes.storage}'
  Storage__TableServiceUri: 'https://${reportStorageName}.table.${environment().suffixes.storage}'
  Storage__QueueServiceUri: 'https://${reportStorageName}.queue.${environment().suffixes.storage}'
  // The queue trigger opens the same account with the same identity.
  Storage__credential: 'managedidentity'
  Storage__clientId: identityClientId
  Links__BaseUri: baseUri
  Links__CurrentKey: contains(linkKeys, currentLinkKey)
    ? currentLinkKey
    : fail('currentLinkKey names a key that linkKeys has not.')
  Receipts__VaultKeyUri: 'https://${vaultName}${environment().suffixes.keyvaultDns}/keys/${receiptKey}'
  Mail__Provider: mailProvider
  Mail__FromAddress: mailFromAddress
  Mail__FromName: mailFromName
  // Not under the name that the Functions host reads too: its traces of requests hold addresses, and an address may hold a link.
  Telemetry__AzureMonitor: insightsConnectionString
  Scan__Provider: isScanned ? 'Defender' : 'None'
  Access__BehindAppServiceAuthentication: string(hasOperators)
}

var keySettings = toObject(
  linkKeys,
  key => 'Links__Keys__${key}',
  key => '@Microsoft.KeyVault(SecretUri=${secretsUri}/link-key-${key})'
)

// Whoever logs in has a password, and a server that asks nobody wants neither.
var loginSettings = empty(mailServer.user)
  ? {}
  : {
      Mail__Smtp__User: mailServer.user
      Mail__Smtp__Password: '@Microsoft.KeyVault(SecretUri=${secretsUri}/smtp-password)'
    }

var providerSettings = mailProvider == 'SendGrid'
  ? { Mail__SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${secretsUri}/sendgrid-api-key)' }
  : union(
      {
        Mail__Smtp__Host: mailServer.host
        Mail__Smtp__Port: string(mailServer.port)
        Mail__Smtp__Security: mailServer.security
      },
      loginSettings
    )

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemoryMb
        // One instance always hears rings and durable timers: a deadline must not wait for a cold start.
        alwaysReady: [{ name: 'durable', instanceCount: 1 }]
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
    }
  }

  // All settings at once: one that was added by hand is gone after the next provisioning.
  resource settings 'config' = {
    name: 'appsettings'
    properties: union(hostSettings, productSettings, keySettings, providerSettings)
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  // Units and approvers come by their links, without signing in; whoever signs in does so here, and the app looks at the role.
  resource signIn 'config' = if (hasOperators) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      httpSettings: { requireHttps: true }
      login: { tokenStore: { enabled: false }, preserveUrlFragmentsForLogins: true }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: operatorsClientId
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: { allowedAudiences: ['api://${operatorsClientId}', operatorsClientId] }
        }
      }
    }
  }
}

@description('Its name.')
output name string = app.name
