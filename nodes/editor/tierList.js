/** The list of tiers in a dialog, with its presets. */
const tierList = (() => {
  const { colours: COLOURS, presets: PRESETS } = settings.lists.tiers;

  const isTier = ({ from, name, colour }) =>
    String(from).trim() !== '' && from >= 0 && from <= 100 && String(name).trim() !== '' && COLOURS.includes(colour);

  return {
    areTiers: (value) => Array.isArray(value) && value.length > 0 && value.every(isTier),

    /** Call this when the dialog opens. */
    prepare(node) {
      const preset = $('#pron-score-preset');
      const list = $('#pron-score-tiers').editableList({
        addButton: node._('button.addTier'),
        removable: true,
        sortable: false,
        height: 240,
        removeItem: () => preset.val(''),
        addItem: (row, index, tier) => {
          const { from = '', name = '', colour = 'green' } = tier;
          const line = $('<div style="display: flex; gap: 6px; align-items: center">').appendTo(row);
          $('<span>').text(node._('label.tierFrom')).appendTo(line);
          $('<input type="number" min="0" max="100" step="any" class="pron-tier-from" style="width: 70px">')
            .val(from).appendTo(line);
          $('<input type="text" class="pron-tier-name" style="flex: 1">')
            .attr('placeholder', node._('label.tierName')).val(name).appendTo(line);
          const colours = $('<select class="pron-tier-colour" style="width: 90px">').appendTo(line);
          for (const one of COLOURS) $('<option>').val(one).text(node._('colour.' + one)).appendTo(colours);
          colours.val(colour);
          line.on('change', 'input, select', () => preset.val(''));
        },
      });
      const show = (shown) => {
        list.editableList('empty');
        for (const tier of shown) list.editableList('addItem', tier);
      };
      preset.on('change', () => {
        const chosen = PRESETS[preset.val()];
        if (chosen) show(chosen);
      });
      const current = node.tiers || PRESETS.raters;
      show(current);
      const same = (tiers) => JSON.stringify(tiers) === JSON.stringify(current);
      preset.val(Object.keys(PRESETS).find((name) => same(PRESETS[name])) || '');
    },

    /** The tiers that the dialog shows now. */
    shown() {
      const valueOf = (row, part) => $(row).find('.pron-tier-' + part).val().trim();
      return $('#pron-score-tiers').editableList('items').get().map((row) => {
        const from = valueOf(row, 'from');
        return { from: from === '' ? from : Number(from), name: valueOf(row, 'name'), colour: valueOf(row, 'colour') };
      });
    },
  };
})();
