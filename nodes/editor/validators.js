/**
 * Checks for `validate`, each made for the setting of a name. What they say is in the node's catalogue. A setting that
 * a flow of an older version lacks gets its default, and one that the chosen mode hides is not judged (`used`, see
 * conditions.js).
 */
const validators = (() => {
  /** @param fault gives what is wrong with a node's value, or something false */
  const judge = (used, fault) => function (value, opt) {
    if (value === undefined || !conditions.hold(used, conditions.valueIn(this))) return true;
    return fault(this, value) || true;
  };

  return {
    /** A number within limits. @param fault what else can be wrong, told from the node and the number */
    number: (name, min, max, { whole, used, fault } = {}) => judge(used, (node, value) => {
      const given = String(value).trim() === '' ? NaN : Number(value);
      const right = given >= min && given <= max && (!whole || Number.isInteger(given));
      if (right) return fault && fault(node, given);
      return node._(whole ? 'validate.whole' : 'validate.number', { label: node._('label.' + name), min, max });
    }),

    /** One of a few words. */
    choice: (name, options, { used } = {}) => judge(used, (node, value) =>
      !options.includes(value) &&
      node._('validate.choice', { label: node._('label.' + name), options: options.join(', ') })),

    /** Ticked or not. */
    flag: (name, { used } = {}) => judge(used, (node, value) =>
      typeof value !== 'boolean' && node._('validate.flag', { label: node._('label.' + name) })),

    /** A text that matches a pattern. @param key of what is said of one that does not */
    text: (pattern, key, { used } = {}) => judge(used, (node, value) => !pattern.test(value) && node._(key)),

    /** Anything else. @param isRight tells it from the value and the node. @param key as for a text */
    other: (isRight, key, { used } = {}) => judge(used, (node, value) => !isRight(value, node) && node._(key)),

    /** A device of ALSA, as devices/alsa/device-name.ts takes them. @param key as for a text */
    device: (key) => judge(undefined, (node, value) =>
      !/^(?!.*\b(?:file|tee|shm|socket|server)\b)(?:\w[\w.-]{0,63}(?::(?:[a-z]\w*=)?(?:(?:[\da-f]{2}:){5}[\da-f]{2}|[\w.-]{1,64})(?:,(?:[a-z]\w*=)?[\w.-]{1,64}){0,7})?|[\p{L}\p{N}][\p{L}\p{M}\p{N}.’()-]{0,63}(?: [\p{L}\p{M}\p{N}.’()-]{1,64}){0,7})$/iu.test(value) &&
      node._(key)),

    /** The plain name of a model. */
    model: ({ used } = {}) => judge(used, (node, value) =>
      !/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/.test(value) && node._('validate.model')),
  };
})();
