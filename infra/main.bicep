// ProgramReview in one resource group: identity, storage, keys, events, the app, and what watches them. Plain resources, one purpose per
// module; nothing holds a secret, and every right stands in modules/roles.bicep.
targetScope = 'resourceGroup'

@description('Names the resources; three to eleven lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything lies. Submissions never leave this region.')
param location string = resourceGroup().location

@description('The host people reach the product by, for example review.example.org; the beginning of every mailed link. Empty: the app\'s own.')
param hostName string = ''

@description('Who sends the mails: the sender\'s address, verified at the mail provider.')
param mailFromAddress string

@description('Who sends the mails: the sender\'s name.')
param mailFromName string

@description('Who delivers the mails.')
param mailProvider 'SendGrid' | 'Smtp' = 'SendGrid'

@description('The mail server, with the provider Smtp.')
param smtpHost string = ''

@description('Its port.')
@minValue(1)
@maxValue(65535)
param smtpPort int = 587

@description('How the connection to it is protected.')
param smtpSecurity 'StartTls' | 'Tls' = 'StartTls'

@description('Who logs in there; the password is the secret smtp-password of the vault. Empty: nobody.')
param smtpUser string = ''

@description('The ids of the keys behind the links, each with a secret link-key-ID in the vault. An old one stays until its last link has expired.')
@minLength(1)
param linkKeys string[] = ['k1']

@description('The id of the key that new links are made with; one of linkKeys.')
param currentLinkKey string = 'k1'

@description('The app registration that signs operators in; empty keeps the operators\' doors shut.')
param operatorsClientId string = ''

@description('Who may read and write secrets and rotate keys: object id of a group of administrators. Empty: nobody but the vault\'s owner.')
param administratorsGroupId string = ''

@description('Who is told when something breaks: mail addresses.')
param alertAddresses string[]

@description('How long a stored submission or document can be neither changed nor removed, in days; 0: no such lock. A locked account cannot be deleted meanwhile.')
@minValue(0)
@maxValue(3650)
param immutabilityDays int

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
@allowed([2048, 4096])
param instanceMemoryMb int = 2048

@description('Whether nobody can purge a deleted vault before its days are over. Once on it stays on.')
param purgeProtection bool

@description('Whether storage is copied to other zones of the region.')
param zoneRedundant bool

var tags = { product: 'ProgramReview', 'azd-env-name': name }
var unique = take(uniqueString(resourceGroup().id, name), 8)
var storageSku = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
var appName = 'func-${name}-${unique}'
var hostStorageName = 'sthost${name}${take(unique, 6)}'
var reportStorageName = 'strep${name}${unique}'
var vaultName = 'kv-${name}-${take(unique, 6)}'
var insightsName = 'appi-${name}-${unique}'
var topicName = 'evgt-${name}-${unique}'
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

module roles 'modules/roles.bicep' = {
  params: {
    appPrincipalId: identity.outputs.principalId
    eventsPrincipalId: events.outputs.principalId
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
    mailProvider: mailProvider
    smtp: { host: smtpHost, port: smtpPort, security: smtpSecurity, user: smtpUser }
    linkKeys: linkKeys
    currentLinkKey: currentLinkKey
    mailFromAddress: mailFromAddress
    mailFromName: mailFromName
    operatorsClientId: operatorsClientId
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
