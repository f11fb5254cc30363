const [whole, ...changed] = msg.payload;
const points = (value) => (typeof value === 'string' ? value : value.toFixed(1));
const of = (row) => `${row.way}: ${points(row.sounds)} by the sounds alone, ${points(row.ear)} with the ear (${row.says})`;
msg.payload = `As it was said: ${points(whole.sounds)} by the sounds alone, ${points(whole.ear)} with the ear. ${changed.map(of).join('; ')}.`;
return msg;
