'use strict';

/**
 * The practice page as a widget of Dashboard 2. What the learner does leaves as messages; what the flow answers goes to the
 * browsers, to one alone where the message names it in `_client`. Nothing is kept: a recording is its learner's own.
 */
module.exports = (RED) => {
  function PracticeNode(config) {
    RED.nodes.createNode(this, config);
    const group = RED.nodes.getNode(config.group);
    if (!group) return;
    // Without a handler of its own the dashboard would keep each message and pass it on.
    group.register(this, config, { onAction: true, onInput: () => undefined });
  }
  RED.nodes.registerType('ui-pron-practice', PracticeNode);
};
