// What the real cycle runs on. Names and addresses come from the environment; docs/deploy.md lists them.
using 'main.bicep'

param name = 'review'
param hostName = readEnvironmentVariable('REVIEW_HOST_NAME', '')
// Nothing stands in for these: a name that the environment lacks ends the deployment before it begins, and says which.
param mailFromAddress = readEnvironmentVariable('REVIEW_MAIL_FROM')
param mailFromName = readEnvironmentVariable('REVIEW_MAIL_NAME')
param mailProvider = readEnvironmentVariable('REVIEW_MAIL_PROVIDER', 'SendGrid')
param mailServer = {
  host: readEnvironmentVariable('REVIEW_SMTP_HOST', '')
  port: int(readEnvironmentVariable('REVIEW_SMTP_PORT', '587'))
  user: readEnvironmentVariable('REVIEW_SMTP_USER', '')
  security: readEnvironmentVariable('REVIEW_SMTP_SECURITY', 'StartTls')
}
param linkKeys = split(readEnvironmentVariable('REVIEW_LINK_KEYS', 'k1'), ',')
param currentLinkKey = readEnvironmentVariable('REVIEW_CURRENT_LINK_KEY', 'k1')
// Set it to nothing to keep the operators' doors shut, or to leave the vault to its owner.
param operatorsClientId = readEnvironmentVariable('REVIEW_OPERATORS_CLIENT_ID')
param administratorsGroupId = readEnvironmentVariable('REVIEW_ADMINISTRATORS_GROUP_ID')
param alertAddresses = split(readEnvironmentVariable('REVIEW_ALERTS'), ',')
// Try it on a cheap copy first: nothing counts that has no verdict.
param scanCapGbPerMonth = int(readEnvironmentVariable('REVIEW_SCAN_GB', '0'))
// Reports, receipts and the published dossier outlive the cycle's last objections.
param immutabilityDays = 400
param immutabilityLocked = bool(readEnvironmentVariable('REVIEW_IMMUTABILITY_LOCKED', 'false'))
param purgeProtection = true
param softDeleteDays = 90
param logRetentionDays = 365
param logDailyCapGb = 5
param maximumInstances = 100
param instanceMemoryMb = 2048
param zoneRedundant = true
