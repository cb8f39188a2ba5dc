// Azurite keeps all but the contents of blobs in Loki databases, which are saved whole every few seconds. Here each change goes into the journal
// instead, and a database begins with what the journal held.
'use strict';

const path = require('node:path');
const { wrap } = require('./patching.cjs');

exports.install = (entry, journal) => {
  const module = require.resolve('lokijs', { paths: [path.dirname(entry)] });
  const Loki = require(module);
  const { prototype } = Loki.Collection;
  const origins = new WeakMap();
  const record = (collection, done, what) => {
    const origin = origins.get(collection);
    // A collection that was dropped meanwhile has none.
    if (origin !== undefined) {
      journal.append([...origin, done, what]);
    }
  };
  const recordRemoved = (collection, ids) =>
    ids.filter((id) => collection.get(id) === null).forEach((id) => record(collection, 'remove', id));

  wrap(prototype, 'insertOne', (insert) => function (...args) {
    const row = insert.apply(this, args);
    record(this, 'put', row);
    return row;
  });
  wrap(prototype, 'update', (update) => function (row) {
    const updated = update.call(this, row);
    // A list comes back one by one.
    if (!Array.isArray(row)) {
      record(this, 'put', updated);
    }
    return updated;
  });
  wrap(prototype, 'remove', (remove) => function (row) {
    // A list goes on to removeBatchByPositions, a number is an id; a removed row no longer knows its own.
    const ids = Array.isArray(row) ? [] : [typeof row === 'number' ? row : row.$loki];
    const removed = remove.call(this, row);
    recordRemoved(this, ids);
    return removed;
  });
  wrap(prototype, 'removeBatchByPositions', (remove) => function (positions) {
    const ids = positions.map((position) => this.data[position].$loki);
    const removed = remove.call(this, positions);
    recordRemoved(this, ids);
    return removed;
  });
  wrap(prototype, 'clear', () => () => {
    throw new Error('Nothing of Azurite clears a collection, so the journal has no word for it.');
  });

  require.cache[module].exports = class extends Loki {
    #name;

    constructor(file) {
      super(file, { persistenceMethod: 'memory' });
      this.#name = path.basename(file);
      for (const [name, { options, highest, rows }] of journal.collections(this.#name)) {
        const collection = super.addCollection(name, options);
        collection.data = [...rows.values()];
        collection.maxId = highest;
        collection.idIndex = null;
        collection.ensureId();
        collection.uniqueNames.forEach((field) => collection.ensureUniqueIndex(field));
        collection.ensureAllIndexes(true);
        origins.set(collection, [this.#name, name]);
      }
    }

    addCollection(name, options = {}) {
      const existing = this.getCollection(name);
      if (existing !== null) {
        return existing;
      }
      const kept = structuredClone(options);
      const collection = super.addCollection(name, options);
      origins.set(collection, [this.#name, name]);
      record(collection, 'add', { options: kept, highest: 0 });
      return collection;
    }

    removeCollection(name) {
      const collection = this.getCollection(name);
      super.removeCollection(name);
      if (collection !== null) {
        record(collection, 'drop');
        origins.delete(collection);
      }
    }

    loadDatabase(options, done) {
      done(null);
    }

    saveDatabase(done) {
      done(null);
    }

    close(done) {
      done();
    }
  };
};
