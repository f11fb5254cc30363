// Why the class did not do something, for the page that asked: the teacher's, or the learner's. The PIN stays here.
const { session, attempt } = msg.pronunciation ?? {};
const { message, code } = msg.error;
const told = { topic: 'refused', payload: { reason: code, message }, pronunciation: { session, attempt }, _client: msg._client };
return /^teacher-/.test(session) ? [told, null] : [null, told];
