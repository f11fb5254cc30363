'use strict';

/**
 * A widget of Dashboard 2 that speaks to the flow by messages. What people do leaves as messages; what the flow answers goes to
 * the browsers, to one alone where the message names it in `_client`. Nothing is kept: a message may be one person's own.
 * @param isPrivate asks for nothing where the dashboard would send every answer to every browser
 */
module.exports = (RED, type, isPrivate = false) => {
  function Widget(config) {
    RED.nodes.createNode(this, config);
    const group = RED.nodes.getNode(config.group);
    if (!group) return;
    const isHeard = !isPrivate || group.getBase().acceptsClientConfig?.includes(type);
    const onSend = (msg) => (isHeard ? this.send(msg) : this.error(RED._(`${type}.notPrivate`)));
    // Without handlers of its own the dashboard would keep the messages of both ways, and pass on those that come in.
    group.register(this, config, { onSend, onInput: () => undefined });
  }
  RED.nodes.registerType(type, Widget);
};
