/**
 * Decides whether a setting is used. `used` is a list of conditions, and one of them must hold. A condition is an object: names
 * of settings with the values that they may have. The conditions come from the node's settings.ts.
 */
const conditions = {
  /** Whether a setting is used. @param valueOf returns the value of a setting by its name */
  hold(used, valueOf) {
    return used === undefined || used.some((condition) =>
      Object.entries(condition).every(([name, values]) => values.includes(valueOf(name))));
  },

  /** The node's value, or the default of its type: a flow of an older version lacks some settings. */
  valueIn: (node) => (name) => (node[name] === undefined ? node._def.defaults[name].value : node[name]),

  /** Names of the settings that decide whether others are used. */
  deciders(usedBy) {
    return [...new Set(Object.values(usedBy).flat().flatMap(Object.keys))];
  },
};
