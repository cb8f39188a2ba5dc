// ProgramReview in one resource group: identity, storage, keys, events, the app, and what watches them. Plain resources, one purpose per
// module; nothing holds a secret, and every right stands in modules/roles.bicep.
targetScope = 'resourceGroup'

import { mailServerType } from 'modules/names.bicep'

@description('Names the resources; three to eleven lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything lies. Submissions never leave this region.')
param location string = resourceGroup().location

@description('The host people reach the product by, for example review.example.org; the beginning of every mailed link. Empty: the app\'s own.')
param hostName string = ''

@description('Who sends the mails: the sender\'s address, verified at the mail provider.')
@minLength(6)
param mailFromAddress string

@description('Who sends the mails: the sender\'s name.')
@minLength(1)
param mailFromName string

@description('Who delivers the mails: SendGrid with the secret sendgrid-api-key, or a mail server with the secret smtp-password.')
param mailProvider 'SendGrid' | 'Smtp' = 'SendGrid'

@description('The mail server, if it delivers.')
param mailServer mailServerType = { host: '', port: 587, user: '', security: 'StartTls' }

@description('The keys behind links: for each id a secret link-key-ID. Old ones stay until the last link made with them has expired.')
@minLength(1)
param linkKeys string[] = ['k1']

@description('The key that new links are made with.')
param currentLinkKey string = 'k1'

@description('The app registration that signs operators in; empty keeps the operators\' doors shut.')
param operatorsClientId string

@description('Who may read and write secrets and rotate keys: object id of a group of administrators. Empty: nobody but the vault\'s owner.')
param administratorsGroupId string

@description('Who is told when something breaks: mail addresses.')
@minLength(1)
param alertAddresses string[]

@description('How long a stored submission or document can be neither changed nor removed, in days; 0: no such policy. An account with such blobs cannot be deleted meanwhile.')
@minValue(0)
@maxValue(3650)
param immutabilityDays int

@description('Whether a person has locked that policy for good, see docs/deploy.md; it is then left as it is.')
param immutabilityLocked bool = false

@description('Whether nobody at all may remove the deleted vault or its keys before their time; once on, it stays on.')
param purgeProtection bool

@description('How long deleted data can be brought back, in days.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Most gigabytes of logs a day; what comes after is dropped until midnight.')
@minValue(1)
param logDailyCapGb int = 1

@description('At most so many instances of the app.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Memory of one instance, in MB.')
param instanceMemoryMb 2048 | 4096 = 2048

@description('Whether storage is copied to other zones of the region.')
param zoneRedundant bool

@description('At most so many gigabytes of uploads are scanned for malware in a month, by Defender for Storage; 0: nobody scans.')
@minValue(0)
@maxValue(100000)
param scanCapGbPerMonth int = 0

var tags = { product: 'ProgramReview', 'azd-env-name': name }
var unique = take(uniqueString(resourceGroup().id, name), 8)
var storageSku = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
var appName = 'func-${name}-${unique}'
var hostStorageName = 'sthost${name}${take(unique, 6)}'
var reportStorageName = 'strep${name}${unique}'
var vaultName = 'kv-${name}-${take(unique, 6)}'
var insightsName = 'appi-${name}-${unique}'
var topicName = 'evgt-${name}-${unique}'
var scanTopicName = 'evgt-${name}-scans-${unique}'
var isScanned = scanCapGbPerMonth > 0
var origin = 'https://${empty(hostName) ? '${appName}.azurewebsites.net' : hostName}'

module identity 'modules/identity.bicep' = {
  params: { name: 'id-${name}-${unique}', location: location, tags: tags }
}

module telemetry 'modules/telemetry.bicep' = {
  params: {
    insightsName: insightsName
    workspaceName: 'log-${name}-${unique}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module hostStorage 'modules/hostStorage.bicep' = {
  params: { name: hostStorageName, location: location, tags: tags, sku: storageSku }
}

module reportStorage 'modules/reportStorage.bicep' = {
  params: {
    name: reportStorageName
    location: location
    tags: tags
    sku: storageSku
    softDeleteDays: softDeleteDays
    immutabilityDays: immutabilityDays
    immutabilityLocked: immutabilityLocked
    pageOrigin: origin
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    softDeleteDays: softDeleteDays
    purgeProtection: purgeProtection
  }
}

module events 'modules/events.bicep' = {
  params: {
    name: topicName
    location: location
    tags: tags
    storageName: reportStorageName
  }
  dependsOn: [reportStorage]
}

module scanTopic 'modules/scanTopic.bicep' = if (isScanned) {
  params: { name: scanTopicName, location: location, tags: tags }
}

module roles 'modules/roles.bicep' = {
  params: {
    appPrincipalId: identity.outputs.principalId
    eventsPrincipalId: events.outputs.principalId
    scansPrincipalId: scanTopic.?outputs.principalId ?? ''
    administratorsGroupId: administratorsGroupId
    hostStorageName: hostStorageName
    reportStorageName: reportStorageName
    vaultName: vaultName
    insightsName: insightsName
  }
  dependsOn: [hostStorage, reportStorage, vault, telemetry]
}

// Events are delivered with an identity that must have its rights first.
module subscription 'modules/eventSubscription.bicep' = {
  params: {
    topicName: topicName
    storageName: reportStorageName
  }
  dependsOn: [roles]
}

module scanning 'modules/scanning.bicep' = if (isScanned) {
  params: {
    topicName: scanTopicName
    storageName: reportStorageName
    capGbPerMonth: scanCapGbPerMonth
  }
  dependsOn: [roles]
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: hostStorageName
    reportStorageName: reportStorageName
    vaultName: vaultName
    insightsConnectionString: telemetry.outputs.connectionString
    baseUri: '${origin}/'
    linkKeys: linkKeys
    currentLinkKey: currentLinkKey
    mailProvider: mailProvider
    mailServer: mailServer
    mailFromAddress: mailFromAddress
    mailFromName: mailFromName
    operatorsClientId: operatorsClientId
    isScanned: isScanned
    maximumInstances: maximumInstances
    instanceMemoryMb: instanceMemoryMb
  }
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    addresses: alertAddresses
    insightsName: insightsName
    topicName: topicName
  }
  dependsOn: [telemetry, events]
}

@description('The app to deploy to.')
output appName string = app.outputs.name

@description('Where people reach the product.')
output address string = '${origin}/'

@description('The vault that wants its secrets; see docs/deploy.md.')
output vaultName string = vaultName

@description('The account of the record and the reports.')
output reportStorageName string = reportStorageName

@description('The host\'s own account, with the hub of Durable Functions.')
output hostStorageName string = hostStorageName
