/**
 * Under which choices a setting is used: a list of conditions of which one must hold, each an object of settings with
 * the values that they may have. They come from the node's settings.ts (`used`).
 */
const conditions = {
  /** Whether a setting is used. @param valueOf gives the value of the setting named */
  hold(used, valueOf) {
    return used === undefined || used.some((condition) =>
      Object.entries(condition).every(([name, values]) => values.includes(valueOf(name))));
  },

  /** The value that a node has, or its type's default: a flow of an older version lacks some settings. */
  valueIn: (node) => (name) => (node[name] === undefined ? node._def.defaults[name].value : node[name]),

  /** Names of the settings that decide over others. */
  deciders(usedBy) {
    return [...new Set(Object.values(usedBy).flat().flatMap(Object.keys))];
  },
};
