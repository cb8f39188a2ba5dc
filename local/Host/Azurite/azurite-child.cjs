// Runs Azurite as a child that outlives neither a stop nor a crash of its parent: when the parent closes our
// standard input (or dies, which closes it too), Azurite ends gently and loses no write.
'use strict';

const [entry, ...args] = process.argv.slice(2);

// Ctrl-C reaches every process of a terminal at once. The parent still needs storage then, and tells us when to stop.
const register = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : register(event, listener));
process.on('SIGINT', () => {});

process.stdin.resume();
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));

process.argv = [process.argv[0], entry, ...args];
require(entry);
