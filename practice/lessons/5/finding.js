const [plain, ...filtered] = msg.payload;
const changes = filtered.map(({ way, default: points }) => {
  if (typeof points === 'string' || typeof plain.default === 'string') return `${way}: ${points}`;
  const change = points - plain.default;
  return `${way}: ${change < 0 ? '' : '+'}${change.toFixed(1)}`;
});
msg.payload = `Without a filter ${plain.default} points; ${changes.join('; ')}.`;
return msg;
