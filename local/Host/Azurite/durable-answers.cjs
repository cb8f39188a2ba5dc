// Nothing is answered before all that it may follow from is durable, a reading too: it may tell of a change that is not yet.
'use strict';

const http = require('node:http');
const { classOf, wrap } = require('./patching.cjs');
const { syncFolder } = require('./journal.cjs');

exports.install = (entry, journal) => {
  const held = Symbol('what a response would have sent so far');
  const send = (response, call, args) => {
    if (response[held] !== undefined) {
      response[held].push([call, args]);
      return false;
    }
    const durable = response.headersSent ? undefined : journal.durable();
    if (durable === undefined) {
      return call.apply(response, args);
    }
    response[held] = [[call, args]];
    durable.then(() => {
      const calls = response[held];
      response[held] = undefined;
      if (!response.destroyed) {
        calls.forEach(([later, its]) => later.apply(response, its));
      }
      if (!response.writableEnded) {
        response.emit('drain');
      }
    });
    return false;
  };
  const { prototype } = http.ServerResponse;
  wrap(prototype, 'write', (write) => function (...args) {
    return send(this, write, args);
  });
  wrap(prototype, 'end', (end) => function (...args) {
    send(this, end, args);
    return this;
  });

  const extents = classOf(entry, 'common/persistence/FSExtentStore').prototype;
  const inFolder = new Set();
  // Azurite syncs an extent's contents, but not that its folder holds it.
  wrap(extents, 'appendExtent', (append) => async function (...args) {
    const chunk = await append.apply(this, args);
    if (!inFolder.has(chunk.id)) {
      this.persistencyPath.forEach(syncFolder);
      inFolder.add(chunk.id);
    }
    return chunk;
  });
  // What nobody refers to may still be referred to on the disk.
  wrap(extents, 'deleteExtents', (remove) => async function (...args) {
    await journal.durable();
    return remove.apply(this, args);
  });

  const batches = classOf(entry, 'table/batch/TableBatchOrchestrator').prototype;
  wrap(batches, 'submitRequestsToHandlers', (submit) => async function () {
    const release = journal.hold();
    try {
      return await submit.call(this);
    } finally {
      release();
    }
  });
};
