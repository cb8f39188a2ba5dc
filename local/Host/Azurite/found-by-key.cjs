// Azurite looks for an entity among all that share its row key, and for those of a partition among all of their table, so that each look costs the
// more the more there is. Here entities are found by their keys, and a partition is looked through alone.
'use strict';

const path = require('node:path');
const { classOf, wrap } = require('./patching.cjs');

// What follows an "and" lets in no entity of another partition, unless there is an "or".
const ofOnePartition = /^PartitionKey eq '((?:[^']|'')*)'(?:$| and (?!.*\bor\b))/;

exports.install = (entry) => {
  const { prototype } = require(require.resolve('lokijs', { paths: [path.dirname(entry)] })).Collection;
  const tables = new WeakMap();
  const put = (partitions, row) => {
    if (!partitions.has(row.PartitionKey)) {
      partitions.set(row.PartitionKey, new Map());
    }
    partitions.get(row.PartitionKey).set(row.RowKey, row);
  };
  // Made of what is there when it is first asked for, and kept up to date from then on.
  const partitionsOf = (collection) => {
    if (!tables.has(collection)) {
      const partitions = new Map();
      collection.data.forEach((row) => put(partitions, row));
      tables.set(collection, partitions);
    }
    return tables.get(collection);
  };
  const keep = (collection, row) => {
    if (tables.has(collection)) {
      put(tables.get(collection), row);
    }
  };
  const forget = (collection, row) => {
    const partition = tables.get(collection)?.get(row.PartitionKey);
    partition?.delete(row.RowKey);
    if (partition?.size === 0) {
      tables.get(collection).delete(row.PartitionKey);
    }
  };

  wrap(prototype, 'insertOne', (insert) => function (...args) {
    const row = insert.apply(this, args);
    keep(this, row);
    return row;
  });
  wrap(prototype, 'update', (update) => function (row) {
    const updated = update.call(this, row);
    // A list comes back one by one.
    if (!Array.isArray(row)) {
      keep(this, updated);
    }
    return updated;
  });
  wrap(prototype, 'remove', (remove) => function (row) {
    // A list goes on to removeBatchByPositions, a number is an id.
    const rows = Array.isArray(row) ? [] : [typeof row === 'number' ? this.get(row) : row];
    const removed = remove.call(this, row);
    rows.forEach((gone) => forget(this, gone));
    return removed;
  });
  wrap(prototype, 'removeBatchByPositions', (remove) => function (positions) {
    const rows = positions.map((position) => this.data[position]);
    const removed = remove.call(this, positions);
    rows.forEach((gone) => forget(this, gone));
    return removed;
  });
  wrap(prototype, 'findOne', (find) => function (query) {
    return query?.PartitionKey === undefined || query.RowKey === undefined
      ? find.call(this, query)
      : (partitionsOf(this).get(query.PartitionKey)?.get(query.RowKey) ?? null);
  });

  // As much of Loki's result sets as a query of entities asks for.
  const among = (rows) => ({
    where: (holds) => among(rows.filter((row) => holds(row))),
    sort: (compare) => among(rows.sort(compare)),
    limit: (most) => among(rows.slice(0, most)),
    data: () => rows,
  });
  wrap(classOf(entry, 'table/persistence/LokiTableMetadataStore').prototype, 'queryTableEntities', (query) =>
    function (context, account, table, options, ...rest) {
      const partition = ofOnePartition.exec(options.filter ?? '')?.[1].replaceAll("''", "'");
      const narrowed = {
        value: (...args) => {
          const rows = partitionsOf(this.getEntityCollection(...args)).get(partition);
          return { chain: () => among([...(rows?.values() ?? [])]) };
        },
      };
      const store = partition === undefined ? this : Object.create(this, { getEntityCollection: narrowed });
      return query.call(store, context, account, table, options, ...rest);
    });
};
