/**
 * Functions for `validate` of Node-RED's `defaults`. Their sentences are in the node's catalogue. A setting that is missing,
 * because the flow is of an older version, gets its default. A setting that is not used is not checked (`used`, see
 * conditions.js).
 */
const validators = (() => {
  /** @param fault returns a sentence about a wrong value, or a falsy value */
  const judge = (used, fault) => function (value, opt) {
    if (value === undefined || !conditions.hold(used, conditions.valueIn(this))) return true;
    return fault(this, value) || true;
  };

  /** Whether a number fits the value of another setting. */
  const isWithin = (node, number, { relation, setting, times }) => {
    const limit = times * Number(conditions.valueIn(node)(setting));
    return relation === 'below' ? number < limit : number <= limit;
  };

  return {
    /** A number within limits. @param bound a limit from another setting: see `Bound` in nodes/lib/fields.ts */
    number: (name, min, max, { whole, used, bound } = {}) => judge(used, (node, value) => {
      const number = String(value).trim() === '' ? NaN : Number(String(value));
      const isRight = number >= min && number <= max && (!whole || Number.isInteger(number));
      if (!isRight) return node._(whole ? 'validate.whole' : 'validate.number', { label: node._('label.' + name), min, max });
      return bound && !isWithin(node, number, bound) && node._(bound.sentence);
    }),

    /** One of a few options. */
    choice: (name, options, { used } = {}) => judge(used, (node, value) =>
      !options.includes(value) &&
      node._('validate.choice', { label: node._('label.' + name), options: options.join(', ') })),

    /** A checkbox. */
    flag: (name, { used } = {}) => judge(used, (node, value) =>
      typeof value !== 'boolean' && node._('validate.flag', { label: node._('label.' + name) })),

    /** A text that matches a pattern. @param sentence key of the sentence about a text that does not match */
    text: (pattern, sentence, { used } = {}) => judge(used, (node, value) => !pattern.test(value) && node._(sentence)),

    /** Any other setting. @param isRight decides from the value and the node. @param sentence as for a text */
    other: (isRight, sentence, { used } = {}) => judge(used, (node, value) => !isRight(value, node) && node._(sentence)),
  };
})();
