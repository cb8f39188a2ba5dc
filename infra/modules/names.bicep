// What tables, containers and queues are called: the same as in StorageNames of the code; a test holds both against each other. And what
// several modules must say in the same way.

@export()
@description('All tables of the record.')
var tables = ['record', 'permissions', 'links', 'mails', 'index', 'contacts']

@export()
@description('The container of uploaded files.')
var submissions = 'submissions'

@export()
@description('The container of what the product writes itself.')
var documents = 'documents'

@export()
@description('The container of events that could not be delivered.')
var deadLetters = 'dead-letters'

@export()
@description('The queue that tells of created blobs.')
var blobCreated = 'blob-created'

@export()
@description('Where the queue trigger puts what failed five times.')
var poison = '${blobCreated}-poison'

@export()
@description('The queue of recorded files whose content nobody has looked at.')
var checks = 'checks'

@export()
@description('Where the queue trigger puts what failed five times.')
var checksPoison = '${checks}-poison'

@export()
@description('The queue on which Defender for Storage tells what it found in blobs.')
var scanResults = 'scan-results'

@export()
@description('Where the queue trigger puts what failed five times.')
var scanResultsPoison = '${scanResults}-poison'

@export()
@description('The container of the app\'s package.')
var packages = 'packages'

@export()
@description('The key that signs receipts.')
var receiptKey = 'receipts'

@export()
@description('A mail server that delivers; its password is the secret smtp-password of the vault.')
type mailServerType = {
  @description('Its name; empty where SendGrid delivers.')
  host: string

  @description('Its port.')
  @minValue(1)
  @maxValue(65535)
  port: int

  @description('Who logs in; empty for a server that asks nobody.')
  user: string

  @description('How the connection is protected.')
  security: 'StartTls' | 'Tls'
}
