// What tables, containers and the queue are called: the same as in StorageNames of the code; a test holds both against each other.

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
var doorbell = 'doorbell'

@export()
@description('Where the queue trigger puts what failed five times.')
var poison = '${doorbell}-poison'

@export()
@description('The container of the app\'s package.')
var packages = 'packages'

@export()
@description('The key that signs receipts.')
var receiptKey = 'receipts'
