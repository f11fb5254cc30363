'use strict';
// Counts the scores of the flow.
const scored = { count: 0 };

exports.scored = scored;
exports.tool = () => scored.count;
