'use strict';

const widget = require('./widget.js');

/** The practice page. */
module.exports = (RED) => widget(RED, 'ui-pron-practice');
