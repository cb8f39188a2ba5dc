// Two points in which Azurite departs from Azure, and a deadline or a receipt depends on them; and one in which it does better than Azure.
'use strict';

const { classOf, wrap } = require('./patching.cjs');

exports.install = (entry) => {
  const store = classOf(entry, 'blob/persistence/LokiBlobMetadataStore').prototype;
  const errors = classOf(entry, 'blob/errors/StorageErrorFactory');
  const changed = (write, conditionsAt) => async function (...args) {
    const [context, blob] = args;
    // Azurite takes the instant at which a request began. Handler and answer share this object, so both tell the end of the body.
    blob.properties.lastModified.setTime(Date.now());
    const mayOnlyCreate = context.request.getQuery('sp')?.includes('w') === false;
    if (!mayOnlyCreate) {
      return write.apply(this, args);
    }
    // Azurite looks whether there is a blob before the body comes, so that many at once find none.
    const conditions = args[conditionsAt];
    args[conditionsAt] = { ...conditions, ifNoneMatch: '*' };
    try {
      return await write.apply(this, args);
    } catch (error) {
      throw error.storageErrorCode === 'BlobAlreadyExists' && conditions?.ifNoneMatch !== '*'
        ? errors.getAuthorizationPermissionMismatch(context.contextId)
        : error;
    }
  };
  // Azure tells whole seconds. In a wall second a sped-up clock may pass weeks, so here milliseconds are told.
  const plain = Date.prototype.toUTCString;
  Date.prototype.toUTCString = function () {
    return plain.call(this).replace(' GMT', `.${String(this.getUTCMilliseconds()).padStart(3, '0')} GMT`);
  };
  wrap(store, 'createBlob', (write) => changed(write, 3));
  wrap(store, 'commitBlockList', (write) => changed(write, 4));
};
