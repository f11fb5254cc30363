'use strict';

const widget = require('./widget.js');

/** The teacher's page of a class. */
module.exports = (RED) => widget(RED, 'ui-pron-class', true);
