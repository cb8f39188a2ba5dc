// What a person is told without looking: processes that failed, steps that are overdue, mails that were refused, a queue nobody reads,
// events that did not arrive, and an app that says nothing at all.

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

@description('The topic that delivers storage events.')
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

// The product's own metrics and outcomes; a test holds them against the code, letter by letter: the language compares with case.
var queries = [
  {
    name: 'process-failed'
    display: 'A process of a cycle failed'
    severity: 1
    query: 'customMetrics | where name == "review.processes.failed" | where valueSum > 0'
  }
  {
    name: 'figures-mended'
    display: 'Figures were not what the reports say although nothing had changed, and were made anew. The story of the cycle names them; find out who wrote to storage.'
    severity: 1
    query: 'customMetrics | where name == "review.facts" | where tostring(customDimensions["kind"]) == "FiguresMended" | where valueSum > 0'
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
    query: 'customMetrics | where name == "review.mails" | where tostring(customDimensions["outcome"]) in ("Refused", "SenderRefused", "GivenUp") | where valueSum > 0'
  }
  {
    name: 'malware-found'
    display: 'Malware was found in an uploaded file. It counts for nothing and is handed to nobody; the status page says whose it is.'
    severity: 1
    query: 'customMetrics | where name == "review.scans" | where tostring(customDimensions["verdict"]) == "Malicious" | where valueSum > 0'
  }
  {
    name: 'verdict-missing'
    display: 'An uploaded file has waited for the verdict of the malware scanner for half an hour. It does not count and is handed to nobody meanwhile.'
    severity: 2
    query: 'customMetrics | where name == "review.scans.age" | where valueMax > 1800'
  }
  {
    name: 'queue-unanswered'
    display: 'A message has waited on a queue for a quarter of an hour. Reports are safe: the reconciler finds them; but receipts and findings come late.'
    severity: 2
    query: 'customMetrics | where name == "review.queues.age" | where valueMax > 900'
  }
  {
    name: 'queue-poison'
    display: 'A message of a queue was put aside after its last try'
    severity: 3
    query: 'customMetrics | where name == "review.queues.poison" | where valueMax > 0'
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

// The reconciler tells this metric every five minutes, whether a cycle runs or not: silence means that the app is dead, or that the day's cap on logs is
// reached and no other rule above can see anything.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-silent'
  location: location
  tags: tags
  properties: {
    displayName: 'The app has told nothing for twenty minutes'
    severity: 1
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT20M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'customMetrics | where name == "review.queues.age"'
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

// Events that could not be brought to the queue for a day lie in the container of dead letters.
resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-event-undelivered'
  location: 'global'
  tags: tags
  properties: {
    description: 'An event of storage could not be delivered. Reports are safe: the reconciler finds them; but receipts come late.'
    severity: 3
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'undelivered'
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
