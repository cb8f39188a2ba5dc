// Logs, metrics and traces; only identities may write.

@description('The component that traces go to.')
param insightsName string

@description('The workspace that keeps them.')
param workspaceName string

@description('Where they lie.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('How long logs are kept, in days.')
param retentionDays int

@description('Most gigabytes a day.')
param dailyCapGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

@description('The component\'s address; it opens nothing without an identity.')
output connectionString string = insights.properties.ConnectionString
