// What the teacher may see, as rows of the page: a row for each seat, and one for the class.
const { seats, sentences, tries, words } = msg.payload;
const lesson = flow.get('lesson');
const rows = seats.filter(({ seat }) => seat !== null).map(({ seat, tries: own, best, cells }) => {
  const newest = cells.find((cell) => cell !== null);
  return { recording: `seat ${seat}`, way: '', tries: own, points: best ?? newest?.verdict ?? 'not yet', 'points colour': newest?.colour };
});
const CLASS = 'the whole class';
const mean = sentences.find(({ points }) => points !== null)?.points;
rows.push({ recording: CLASS, way: '', tries, points: mean ?? 'no points yet' });
flow.set('lesson', { ...lesson, rows, count: lesson.count + 1 });
const hard = words.slice(0, 3).map(({ text, points }) => `${text} (${Math.round(points)})`).join(', ');
return { topic: CLASS, payload: hard === '' ? 'Nothing is kept.' : `Hardest words: ${hard}.` };
