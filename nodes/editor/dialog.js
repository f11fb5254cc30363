/** What every dialog does when it opens. */
const dialog = (() => {
  const inputOf = (name) => $('#node-input-' + name);
  const isTicked = (input) => input.is(':checkbox');

  return {
    /** What the dialog shows now. */
    valueOf(name) {
      const input = inputOf(name);
      return isTicked(input) ? input.prop('checked') : input.val();
    },

    /** The defaults of settings that a flow of an older version lacks. */
    fillIn(node) {
      for (const [name, { value }] of Object.entries(node._def.defaults)) {
        if (node[name] !== undefined) continue;
        const input = inputOf(name);
        if (isTicked(input)) input.prop('checked', value);
        else input.val(value);
      }
    },

    /** Shows only the rows of settings that are used, and groups that have a row to show, whatever is chosen.
     *  @param usedBy conditions by the name of the setting, see conditions.js */
    showUsed(usedBy) {
      const show = () => {
        for (const [name, used] of Object.entries(usedBy)) {
          inputOf(name).closest('.form-row').toggle(conditions.hold(used, dialog.valueOf));
        }
        for (const group of $('.pron-group').toArray()) {
          $(group).toggle($(group).children('.form-row').toArray().some((row) => row.style.display !== 'none'));
        }
      };
      for (const name of conditions.deciders(usedBy)) inputOf(name).on('change', show);
      show();
    },
  };
})();
