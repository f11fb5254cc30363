const rows = Object.fromEntries(msg.payload.map((row) => [row.way, row]));
const asRecorded = rows['as recorded'].default;
const paces = ['1.3 times slower', 'twice as slow', 'twice as fast'];
const sentences = paces.map((pace) => {
  const points = rows[pace].default;
  const lost = asRecorded - points;
  const back = rows[`${pace}, brought back`].default;
  if (typeof points === 'string' || lost < 1) return `${pace} ${points}, so there is nothing to bring back`;
  return `${pace} ${points}, brought back ${back} (${Math.round((100 * (back - points)) / lost)} % of what was lost)`;
});
msg.payload = `Default model: as recorded ${asRecorded}; ${sentences.join('; ')}.`;
return msg;
