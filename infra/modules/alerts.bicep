// What a person is told without looking: processes that failed, steps that are overdue, mails that were refused, a doorbell nobody answers,
// events that never arrived, and a product that says nothing any more. A test holds names and values against what the code tells.

@description('The beginning of the names.')
param name string

@description('Where rules lie.')
param location string

@description('Tags of every resource.')
param tags { *: string }

@description('Who is told: mail addresses.')
param addresses string[]

@description('Where traces are.')
param insightsName string

@description('The topic that tells of stored bytes.')
param topicName string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
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

// The product's own words: docs/settings.md lists its metrics.
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
    query: 'customMetrics | where name == "review.steps.overdue" | where valueMax > 0'
  }
  {
    name: 'mail-failed'
    display: 'A mail was refused or given up'
    severity: 2
    query: 'customMetrics | where name == "review.mails" | where tostring(customDimensions["outcome"]) in ("Refused", "GivenUp") | where valueSum > 0'
  }
  {
    name: 'doorbell-unanswered'
    display: 'The doorbell rang a quarter of an hour ago and nobody answered: reports are safe, receipts come late'
    severity: 2
    query: 'customMetrics | where name == "review.doorbell.age" | where valueMax > 900'
  }
  {
    name: 'doorbell-put-aside'
    display: 'A message of the doorbell was put aside after its last try'
    severity: 2
    query: 'customMetrics | where name == "review.doorbell.poison" | where valueMax > 0'
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

// The sweep speaks every five minutes, also when it fails. If it does not, the app is down, or the logs have reached their daily cap.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-silence'
  location: location
  tags: tags
  properties: {
    displayName: 'The product has said nothing for half an hour'
    severity: 1
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT10M'
    windowSize: 'PT30M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'customMetrics | where name == "review.doorbell.age"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-undelivered'
  location: 'global'
  tags: tags
  properties: {
    description: 'An event about stored bytes never reached the doorbell queue. Reports are safe: the sweep finds them; but receipts come late.'
    severity: 2
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricName: 'DeadLetteredCount'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
