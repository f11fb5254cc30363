'use strict';
// Loaded before node-red-dev, which asks Node-RED's catalogue for packages and nodes of the same name: without the
// internet it gets an empty catalogue in place of an error. Whatever else it asks for goes its way.
const { createRequire } = require('node:module');

const axios = createRequire(process.argv[1])('axios');

axios.interceptors.request.use((request) => {
  if (new URL(request.url).host !== 'catalogue.nodered.org') return request;
  const adapter = (config) => Promise.resolve({ config, data: { modules: [] }, status: 200, statusText: 'OK', headers: {} });
  return { ...request, adapter };
});
