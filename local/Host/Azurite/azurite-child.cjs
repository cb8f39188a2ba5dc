// Runs Azurite as a child whose every answer is durable: what it has answered outlives the death of the host, of this process and of both.
// It ends with its parent, whose death closes our standard input; since nothing that was answered is only in memory, it needs no time for that.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const [entry, ...args] = process.argv.slice(2);

// A terminal and a service manager signal all processes at once. The parent still needs storage then, and ends us when it has stopped.
const once = process.once.bind(process);
process.once = (event, listener) => (['SIGINT', 'SIGTERM'].includes(event) ? process : once(event, listener));
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));

// Whoever read our words may be gone before we notice.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

try {
  const { Journal } = require('./journal.cjs');
  const journal = new Journal(path.join(args[args.indexOf('--location') + 1], 'journal'));
  require('./journaled-loki.cjs').install(entry, journal);
  require('./found-by-key.cjs').install(entry);
  require('./durable-answers.cjs').install(entry, journal);
  require('./as-azure-does.cjs').install(entry);
  process.argv = [process.argv[0], entry, ...args];
  require(entry);
} catch (error) {
  // The parent shows the last line, so that is the reason.
  fs.writeSync(2, `${error.stack}\n${error.message}\n`);
  process.exit(1);
}
