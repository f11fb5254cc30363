// Counts the deleted files and removes their rows from the list after all were tried. A file that did not exist counts as
// deleted; a file that can't be deleted keeps its row.
const before = context.get('tried') || {};
const tried = before.press === msg._msgid ? before : { press: msg._msgid, files: [], count: 0 };
const isGone = msg.error === undefined || msg.error.message.includes('ENOENT');
if (isGone) tried.files.push(msg.file);
tried.count++;
context.set('tried', tried);
if (tried.count < msg.count) return null;

const { columns, rows } = msg.table;
const kept = rows.filter(({ learner }) => !tried.files.includes(learner));
const lines = [columns, ...kept.map((row) => columns.map((name) => row[name]))].map((fields) => `${fields.join('\t')}\n`);
const failed = tried.count - tried.files.length;
return {
  ask: msg.ask,
  table: { columns, rows: kept },
  filename: `${env.get('PRONUNCIATION_COLLECTION')}/list.tsv`,
  payload: lines.join(''),
  said: `Deleted ${tried.files.length} recordings${failed > 0 ? `; ${failed} could not be deleted` : ''}.`,
};
