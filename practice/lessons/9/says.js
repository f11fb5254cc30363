// What the ear says of the words, for the table.
const { heard } = msg.pronunciation;
const textsOf = (words) => words.map(({ text }) => text).join(' ');
const left = heard ? heard.words.filter(({ error }) => error === 'omission') : [];
const added = heard ? heard.insertions : [];
const said = [
  ...(left.length > 0 ? [`left out: ${textsOf(left)}`] : []),
  ...(added.length > 0 ? [`added: ${textsOf(added)}`] : []),
];
msg.cells = { ...msg.cells, says: heard ? said.join(', ') || 'all words' : 'no ear' };
return msg;
