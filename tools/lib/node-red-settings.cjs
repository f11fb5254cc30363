'use strict';
const { dirname, join } = require('node:path');

const checkout = dirname(dirname(__dirname));

/** Settings of the practice Node-RED: this checkout's nodes, this machine only, and no questions asked. */
module.exports = {
  uiHost: '127.0.0.1',
  flowFile: 'flows.json',
  flowFilePretty: true,
  // The checkout itself is the package, and page/ in it the widget, as npm would install them.
  nodesDir: [checkout, join(checkout, 'page')],
  telemetry: { enabled: false, updateNotification: false },
  editorTheme: {
    tours: false,
    projects: { enabled: false },
    page: { title: 'Node-RED: pronunciation practice' },
  },
  diagnostics: { enabled: true, ui: true },
  exportGlobalContextKeys: false,
  logging: { console: { level: 'info', metrics: false, audit: false } },
};
