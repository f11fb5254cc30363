'use strict';
const { dirname } = require('node:path');

/**
 * The folder of the Node-RED package that this checkout's programs and tests start: the one that the environment
 * variable PRON_NODE_RED names, else the checkout's own.
 */
exports.nodeRedFolder = () => process.env.PRON_NODE_RED ?? dirname(require.resolve('node-red/package.json'));
