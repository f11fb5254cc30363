const [said, ...changed] = msg.payload;
const points = (value) => (typeof value === 'string' ? value : value.toFixed(1));
const of = (row) => `${row.way}: ${points(row.default)} points, about ${row.hz} Hz, ${row.end} at the end, ${row.pace} % of the teacher's pace`;
msg.payload = `The teacher's voice is at about ${said.hz} Hz and ends ${said.end}. ${changed.map(of).join('; ')}.`;
return msg;
