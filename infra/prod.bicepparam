// What the real cycle runs on. Names and addresses come from the environment; docs/deploy.md lists them.
using 'main.bicep'

param name = 'review'
param hostName = readEnvironmentVariable('REVIEW_HOST_NAME', '')
param mailFromAddress = readEnvironmentVariable('REVIEW_MAIL_FROM', 'review@organisation.example')
param mailFromName = readEnvironmentVariable('REVIEW_MAIL_NAME', 'ProgramReview')
param operatorsClientId = readEnvironmentVariable('REVIEW_OPERATORS_CLIENT_ID', '')
param administratorsGroupId = readEnvironmentVariable('REVIEW_ADMINISTRATORS_GROUP_ID', '')
param alertAddresses = [readEnvironmentVariable('REVIEW_ALERTS', 'operations@organisation.example')]
// Reports, receipts and the published dossier outlive the cycle's last objections.
param immutabilityDays = 400
param softDeleteDays = 90
param logRetentionDays = 365
param logDailyCapGb = 5
param maximumInstances = 100
param instanceMemoryMb = 2048
param purgeProtection = true
param zoneRedundant = true
