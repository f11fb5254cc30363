// The page asks twice a second: rows with pictures are sent only when there are new ones.
const { rows, ...lesson } = flow.get('lesson') || { count: 0 };
const isNew = msg.req.query.since !== String(lesson.count);
msg.payload = { ...lesson, findings: flow.get('findings') || {}, error: flow.get('error') || '', ...(isNew && { rows: rows || [] }) };
return msg;
