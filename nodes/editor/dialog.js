/** Code that all dialogs share. The `settings` of a node are generated from its settings.ts by the build. */
const dialog = (() => {
  const inputOf = (name) => $('#node-input-' + name);
  const isTicked = (input) => input.is(':checkbox');
  const isLocked = ({ z }) => [RED.nodes.workspace(z), RED.nodes.subflow(z)].some((place) => place && place.locked);

  /** Moves values from old names of settings to their new names. @returns the new names */
  const migrate = (node, { version, renamed }) => {
    const found = Object.entries(renamed).filter(([old]) => node[old] !== undefined);
    for (const [old, name] of found) {
      node[name] = node[old];
      delete node[old];
    }
    node.configVersion = version;
    return found.map(([, name]) => name);
  };

  /** Fills inputs that the editor left empty because an older version had no such setting, or had another name for it. */
  const fillIn = (node, settings) => {
    const migrated = migrate(node, settings);
    for (const [name, { value }] of Object.entries(node._def.defaults)) {
      if (node[name] !== undefined && !migrated.includes(name)) continue;
      const input = inputOf(name);
      const shown = node[name] === undefined ? value : node[name];
      if (isTicked(input)) input.prop('checked', shown);
      else input.val(shown);
    }
  };

  /** Shows the rows of settings that are used, hides the others, and hides groups without a visible row. Repeats this when a
   *  setting changes that decides about others. */
  const showUsed = ({ used }) => {
    const show = () => {
      for (const [name, conditionsOfUse] of Object.entries(used)) {
        inputOf(name).closest('.form-row').toggle(conditions.hold(conditionsOfUse, dialog.valueOf));
      }
      for (const group of $('.pron-group').toArray()) {
        $(group).toggle($(group).children('.form-row').toArray().some((row) => row.style.display !== 'none'));
      }
    };
    for (const name of conditions.deciders(used)) inputOf(name).on('change', show);
    show();
  };

  return {
    /** The value that the dialog shows now. */
    valueOf(name) {
      const input = inputOf(name);
      return isTicked(input) ? input.prop('checked') : input.val();
    },

    /** Call this when the dialog opens. */
    prepare(node, settings) {
      fillIn(node, settings);
      showUsed(settings);
    },

    /** Migrates each node of this type that the editor loads to the current version, before the editor validates it. Nodes in a
     *  locked flow must not change; the runtime migrates their settings when it reads them. */
    migrateLoaded(settings) {
      RED.events.on('nodes:add', (node) => {
        if (node.type === settings.type && !isLocked(node)) migrate(node, settings);
      });
    },
  };
})();
