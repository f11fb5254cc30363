// Collects one row for each way that a recording takes through the flow, with a column for each model. When all rows of one
// press are there, they are passed on together. A message may name its column; else it is that of its model.
const { score, saturatedShare, durationMs } = msg.pronunciation;
const lesson = flow.get('lesson');
const pending = context.get('pending') || {};
const press = `${msg._msgid} ${msg.topic}`;
const way = msg.way || '';
const column = msg.judge || score.model;
const rows = pending[press] || {};

rows[way] = {
  ...rows[way],
  ...msg.cells,
  recording: msg.topic,
  way,
  [column]: score.value === null ? score.verdict : Math.round(10 * score.value) / 10,
  [`${column} colour`]: score.tier?.colour,
  ...(msg.image && { [`${column} picture`]: `data:image/png;base64,${msg.image.toString('base64')}` }),
  clipped: Math.round(100 * (saturatedShare || 0)),
  seconds: Math.round(durationMs / 100) / 10,
};

const isComplete = lesson.ways.every((each) => rows[each] && lesson.models.every((model) => model in rows[each]));
if (!isComplete) {
  // Keeps the newest 20 only: a press that failed would stay for ever.
  const kept = Object.entries({ ...pending, [press]: rows }).slice(-20);
  context.set('pending', Object.fromEntries(kept));
  return null;
}
delete pending[press];
context.set('pending', pending);

const table = new Map(lesson.rows.map((row) => [`${row.recording} ${row.way}`, row]));
for (const each of lesson.ways) table.set(`${msg.topic} ${each}`, rows[each]);
flow.set('lesson', { ...lesson, rows: [...table.values()], count: lesson.count + 1 });

// The page alone needs the pictures and the colours of the tiers.
const numbers = (row) => Object.fromEntries(Object.entries(row).filter(([key, value]) => !key.endsWith(' colour') && !String(value).startsWith('data:')));
return { topic: msg.topic, payload: lesson.ways.map((each) => numbers(rows[each])) };
