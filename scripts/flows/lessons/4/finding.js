const rows = Object.fromEntries(msg.payload.map((row) => [row.way, row]));
const asRecorded = rows['as recorded'].default;
const paces = ['1.3 times slower', 'twice as slow', 'twice as fast'];
msg.payload = paces
  .map((pace) => {
    const lost = asRecorded - rows[pace].default;
    const back = rows[`${pace}, brought back`].default - rows[pace].default;
    const share = lost > 1 ? `, ${Math.round((100 * back) / lost)} % of it back` : ', so there is nothing to bring back';
    return `${pace}: the default model takes ${lost.toFixed(1)} points${share}`;
  })
  .join('; ');
return msg;
