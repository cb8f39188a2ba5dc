// A cheap copy to try deployments on: nothing is locked, so that it can be thrown away.
using 'main.bicep'

param name = 'reviewtest'
param hostName = readEnvironmentVariable('REVIEW_HOST_NAME', '')
param mailFromAddress = readEnvironmentVariable('REVIEW_MAIL_FROM', 'review-test@organisation.example')
param mailFromName = readEnvironmentVariable('REVIEW_MAIL_NAME', 'ProgramReview (test)')
param operatorsClientId = readEnvironmentVariable('REVIEW_OPERATORS_CLIENT_ID', '')
param administratorsGroupId = readEnvironmentVariable('REVIEW_ADMINISTRATORS_GROUP_ID', '')
param alertAddresses = [readEnvironmentVariable('REVIEW_ALERTS', 'operations@organisation.example')]
param immutabilityDays = 0
param softDeleteDays = 7
param logRetentionDays = 30
param purgeProtection = false
param zoneRedundant = false
