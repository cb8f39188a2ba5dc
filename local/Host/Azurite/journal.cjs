// All that Azurite's databases hold, as one file of changes: a line holds the changes that became durable together, after the sum of its bytes.
// At the start the file is read and written anew without what was superseded; so it is when it has grown to more than twice of that.
'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const SLACK = 32 * 1024 * 1024;
const ROWS_PER_LINE = 500;
const SUM = 16;
const NEWLINE = 10;

class Journal {
  #file;
  #descriptor;
  #databases = new Map();
  #pending = [];
  #waiting = [];
  #appended = 0;
  #durable = 0;
  #holds = 0;
  #scheduled = false;
  #syncing = false;
  #size = 0;
  #sizeAnew = 0;

  constructor(file) {
    this.#file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#read();
    this.#writeAnew();
  }

  /** What a database holds: its collections by name, each with its options, its highest id and its rows by id. */
  collections(database) {
    return this.#databases.get(database) ?? new Map();
  }

  /** Takes up a change, which is [database, collection, what is done, to what]; it is written soon, with those beside it. */
  append(change) {
    this.#apply(change);
    // As text at once: Azurite changes rows in place.
    this.#pending.push(JSON.stringify(change));
    this.#appended++;
    this.#schedule();
  }

  /** Undefined when all changes are durable; else ends when those so far are. */
  durable() {
    return this.#durable === this.#appended
      ? undefined
      : new Promise((resolve) => this.#waiting.push({ at: this.#appended, resolve }));
  }

  /** Holds writing back, so that changes become durable together; the result lets go. */
  hold() {
    this.#holds++;
    return () => {
      this.#holds--;
      this.#schedule();
    };
  }

  #schedule() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  #flush() {
    if (this.#syncing || this.#holds > 0 || this.#pending.length === 0) {
      return;
    }
    const upTo = this.#appended;
    const line = lineOf(this.#pending);
    this.#pending = [];
    if (this.#size + line.length > 2 * this.#sizeAnew + SLACK) {
      this.#guard(() => this.#writeAnew());
      this.#reached(upTo);
      return;
    }
    this.#guard(() => writeAll(this.#descriptor, line));
    this.#size += line.length;
    this.#syncing = true;
    fs.fdatasync(this.#descriptor, (error) => {
      this.#guard(() => {
        if (error) {
          throw error;
        }
      });
      this.#syncing = false;
      this.#reached(upTo);
      this.#flush();
    });
  }

  #reached(position) {
    this.#durable = position;
    while (this.#waiting.length > 0 && this.#waiting[0].at <= position) {
      this.#waiting.shift().resolve();
    }
  }

  /** After a failed write nobody can say what is on the disk: nothing more is answered, and the next start looks. */
  #guard(write) {
    try {
      write();
    } catch (error) {
      fs.writeSync(2, `${this.#file} cannot be written: ${error.message}\n`);
      process.exit(1);
    }
  }

  #read() {
    const bytes = fs.existsSync(this.#file) ? fs.readFileSync(this.#file) : Buffer.alloc(0);
    for (let start = 0, end; start < bytes.length; start = end + 1) {
      end = bytes.indexOf(NEWLINE, start);
      const changes = end < 0 ? undefined : changesOf(bytes.subarray(start, end));
      if (changes === undefined) {
        // The last line may be torn, for then nobody was told of it; a line that another follows was durable and is damaged.
        if (end >= 0 && end + 1 < bytes.length) {
          throw new Error(`${this.#file} is damaged at byte ${start}: put a copy in its place, or begin anew with --fresh.`);
        }
        return;
      }
      changes.forEach((change) => this.#apply(change));
    }
  }

  #apply([database, name, done, what]) {
    if (!this.#databases.has(database)) {
      this.#databases.set(database, new Map());
    }
    const collections = this.#databases.get(database);
    const collection = collections.get(name);
    if (done === 'add') {
      collections.set(name, { options: what.options, highest: what.highest, rows: new Map() });
    } else if (done === 'drop') {
      collections.delete(name);
    } else if (done === 'put') {
      collection.rows.set(what.$loki, what);
      collection.highest = Math.max(collection.highest, what.$loki);
    } else {
      collection.rows.delete(what);
    }
  }

  #writeAnew() {
    const beside = `${this.#file}.new`;
    const descriptor = fs.openSync(beside, 'w');
    this.#size = 0;
    for (const [database, collections] of this.#databases) {
      for (const [name, { options, highest, rows }] of collections) {
        let changes = [JSON.stringify([database, name, 'add', { options, highest }])];
        const write = () => {
          const line = lineOf(changes);
          writeAll(descriptor, line);
          this.#size += line.length;
          changes = [];
        };
        for (const row of rows.values()) {
          changes.push(JSON.stringify([database, name, 'put', row]));
          if (changes.length === ROWS_PER_LINE) {
            write();
          }
        }
        write();
      }
    }
    fs.fsyncSync(descriptor);
    if (this.#descriptor !== undefined) {
      fs.closeSync(this.#descriptor);
    }
    // Windows renames no open file.
    fs.closeSync(descriptor);
    fs.renameSync(beside, this.#file);
    syncFolder(path.dirname(this.#file));
    this.#descriptor = fs.openSync(this.#file, 'a');
    this.#sizeAnew = this.#size;
  }
}

/** Makes it durable that a folder holds a file; Windows does that by itself and has no call for it. */
function syncFolder(folder) {
  if (process.platform !== 'win32') {
    const descriptor = fs.openSync(folder, 'r');
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
  }
}

function writeAll(descriptor, bytes) {
  for (let written = 0; written < bytes.length; ) {
    written += fs.writeSync(descriptor, bytes, written);
  }
}

function lineOf(changes) {
  const text = Buffer.from(`[${changes.join()}]`);
  return Buffer.concat([Buffer.from(sumOf(text)), text, Buffer.of(NEWLINE)]);
}

function changesOf(line) {
  const text = line.subarray(SUM);
  return line.subarray(0, SUM).toString('latin1') === sumOf(text) ? JSON.parse(text) : undefined;
}

function sumOf(text) {
  return crypto.createHash('sha256').update(text).digest('hex').slice(0, SUM);
}

module.exports = { Journal, syncFolder };
