// What a person is told without looking: processes that failed, steps that are overdue, mails that were refused, a doorbell nobody answers.

@description('The beginning of the names.')
param name string

@description('Where rules lie.')
param location string

@description('Tags of every resource.')
param tags object

@description('Who is told: mail addresses.')
param addresses string[]

@description('Where traces are.')
param insightsName string

@description('The account with the doorbell queue.')
param reportStorageName string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource reportStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: reportStorageName

  resource queues 'queueServices' existing = {
    name: 'default'
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(name, 12)
    emailReceivers: [
      for (address, index) in addresses: {
        name: 'person-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

// The product's own words: see docs/operations.md for the metrics and log lines they look at.
var queries = [
  {
    name: 'process-failed'
    display: 'A process of a cycle failed'
    severity: 1
    query: 'customMetrics | where name == "review.processes.failed" | where valueSum > 0'
  }
  {
    name: 'step-overdue'
    display: 'A step of a cycle is overdue'
    severity: 2
    query: 'customMetrics | where name == "review.steps.overdue" | summarize latest = max(valueMax) by bin(timestamp, 5m) | where latest > 0'
  }
  {
    name: 'mail-failed'
    display: 'A mail was refused or given up'
    severity: 2
    query: 'customMetrics | where name == "review.mails" | where tostring(customDimensions["outcome"]) in ("refused", "givenUp") | where valueSum > 0'
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for item in queries: {
    name: 'alert-${name}-${item.name}'
    location: location
    tags: tags
    properties: {
      displayName: item.display
      severity: item.severity
      enabled: true
      scopes: [insights.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT10M'
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: item.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]

// The platform counts messages once an hour only: a queue that keeps growing means that nobody answers the doorbell.
resource queueAge 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-doorbell-unanswered'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages wait on the doorbell queue. Reports are safe: the sweep finds them; but receipts come late.'
    severity: 2
    enabled: true
    scopes: [reportStorage::queues.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'waiting'
          metricName: 'QueueMessageCount'
          operator: 'GreaterThan'
          threshold: 50
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
