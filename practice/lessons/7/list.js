// The list as `evaluate --pairs`, `calibrate --pairs` and `features --list` read it: text with tabs, a header line.
// Outputs: a line to add, recordings to delete, or the list as it is.
const COLUMNS = ['file', 'learner', 'reference', 'text', 'language', 'human', 'same', 'speaker', 'consent', 'recorded'];
const OURS = /^recording-[0-9a-z]+-[0-9a-z]+\.wav$/;
const content = (typeof msg.payload === 'string' ? msg.payload : '').replace(/^\uFEFF/, '');
const [header, ...lines] = content.split(/\r?\n/);
const columns = header === '' ? COLUMNS : header.split('\t').map((name) => name.trim());
const rows = lines.filter((line) => line !== '').map((line) => {
  const fields = line.split('\t');
  return Object.fromEntries(columns.map((name, i) => [name, fields[i] ?? '']));
});
const { ask } = msg;
const folder = env.get('PRONUNCIATION_COLLECTION');
msg.filename = `${folder}/list.tsv`;
msg.table = { columns, rows };

if (ask.command === 'save') {
  const row = { ...ask, learner: ask.file, reference: '', recorded: new Date().toISOString() };
  const line = `${columns.map((name) => row[name] ?? '').join('\t')}\n`;
  rows.push(row);
  const newLine = content === '' || content.endsWith('\n') ? '' : '\n';
  msg.payload = header === '' ? `${columns.join('\t')}\n${line}` : `${newLine}${line}`;
  msg.said = `Saved as ${ask.file}, agreed to by the ${ask.consent}.`;
  return [msg, null, null];
}
if (ask.command === 'list') {
  msg.said = `${rows.length} recordings are on the list.`;
  return [null, null, msg];
}
const newest = rows.at(-1)?.learner;
const wanted = ask.command === 'delete speaker'
  ? (row) => row.speaker === ask.speaker
  : (row) => row.learner === (ask.file === 'newest' ? newest : ask.file);
// An edited list must not make the flow delete a file in another folder.
const files = rows.filter(wanted).map(({ learner }) => learner).filter((file) => OURS.test(file));
if (files.length === 0) {
  msg.said = 'Nothing to delete.';
  return [null, null, msg];
}
const deletions = files.map((file) => ({ ask, table: msg.table, file, filename: `${folder}/${file}`, count: files.length }));
return [null, deletions, null];
