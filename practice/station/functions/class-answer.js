// What the class tells its learners: one page, or all where it names no session. The rest of a result's message stays here.
const { topic, payload, pronunciation } = msg;
if (pronunciation === undefined) return [null, { topic, payload }];
const { session, attempt } = pronunciation;
return [{ topic, payload, pronunciation: { session, attempt } }, null];
