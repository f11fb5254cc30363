import type { Field, Fields } from '../../../nodes/lib/fields';

/** Lines of markup by the names that the settings know them by. */
export type Pieces = ReadonlyMap<string, readonly string[]>;

/** The rows of a dialog, as lines: the node's name, then the settings under their headings, in the order of the table. */
export function rowsOf(fields: Fields, pieces: Pieces): string[] {
  const unused = new Set(pieces.keys());
  const take = (name: string | undefined): readonly string[] => {
    if (name === undefined) return [];
    const piece = pieces.get(name);
    if (piece === undefined) throw new Error(`The dialog has no piece ${name}.`);
    unused.delete(name);
    return piece;
  };

  const groups = new Map<string, string[]>();
  for (const [name, field] of Object.entries(fields)) {
    if (field.group === undefined) continue;
    const own = field.kind === 'other' ? take(field.piece) : rowOf(name, field, take(field.piece));
    groups.set(field.group, [...(groups.get(field.group) ?? []), ...own, ...take(field.followedBy)]);
  }
  const grouped = [...groups].flatMap(([group, rows]) => [
    '<fieldset class="pron-group">', `  <legend data-i18n="group.${group}"></legend>`, ...rows.map((line) => `  ${line}`), '</fieldset>',
  ]);
  if (unused.size > 0) throw new Error(`No setting asks for the piece ${[...unused].join(', ')}.`);
  return [...NAME_ROW, ...grouped];
}

/** The name that the user gives to the node. */
const NAME_ROW = [
  '<div class="form-row pron-row">',
  '  <label for="node-input-name"><i class="fa fa-tag"></i> <span data-i18n="label.name"></span></label>',
  '  <input type="text" id="node-input-name" class="pron-wide" data-i18n="[placeholder]label.name">',
  '</div>',
];

/** The row of one setting. Its help is the tooltip of its label. */
function rowOf(name: string, field: Field, below: readonly string[]): string[] {
  const { icon, unit } = field;
  const mark = icon === undefined ? '' : `<i class="fa fa-${icon}"></i> `;
  return [
    '<div class="form-row pron-row">',
    `  <label for="node-input-${name}" data-i18n="[title]help.${name}">${mark}<span data-i18n="label.${name}"></span></label>`,
    ...inputOf(name, field).map((line) => `  ${line}`),
    ...(unit === undefined ? [] : [unit.includes('.') ? `  <span data-i18n="${unit}"></span>` : `  <span>${unit}</span>`]),
    ...below.map((line) => `  ${line}`),
    '</div>',
  ];
}

function inputOf(name: string, field: Field): string[] {
  const id = `id="node-input-${name}"`;
  const width = field.narrow ? 'class="pron-short"' : 'class="pron-wide"';
  switch (field.kind) {
    case 'number':
      return [`<input type="number" ${id} min="${field.min}" max="${field.max}"${field.integer ? '' : ' step="any"'}>`];
    case 'flag':
      return [`<input type="checkbox" ${id}>`];
    case 'choice':
      return [
        `<select ${id} ${width}>`,
        ...field.options.map((option) =>
          field.narrow ? `  <option value="${option}">${option}</option>` : `  <option value="${option}" data-i18n="${name}.${option}"></option>`),
        '</select>',
      ];
    default: {
      const placeholder = field.placeholder === undefined ? '' : ` data-i18n="[placeholder]${field.placeholder}"`;
      // The browser's own list would cover ours.
      const listed = field.piece === undefined ? '' : ' autocomplete="off"';
      return [`<input type="text" ${id} ${width}${listed}${placeholder}>`];
    }
  }
}
