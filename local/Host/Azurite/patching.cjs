// How Azurite's own classes are changed; a class or method that a later Azurite no longer has stops the start.
'use strict';

const path = require('node:path');

/** A class of Azurite's, by its file without extension under dist/src. */
exports.classOf = (entry, file) => require(path.join(path.dirname(entry), `${file}.js`)).default;

/** Puts another method in the place of one, made from it. */
exports.wrap = (prototype, name, make) => {
  const original = prototype[name];
  if (typeof original !== 'function') {
    throw new Error(`This Azurite has no ${prototype.constructor.name}.${name}: use the version of package-lock.json (npm ci).`);
  }
  prototype[name] = make(original);
};
