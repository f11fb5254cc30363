/* global takeFaults, takeWords */
// What a teacher is told of a take, which goes back to the page: nothing is kept until the teacher says so. The functions come from
// practice/station/take-faults.ts.
const { session, attempt, heard } = msg.pronunciation;
return {
    topic: 'checked',
    payload: msg.payload,
    faults: takeFaults(msg.pronunciation),
    words: takeWords(heard),
    said: heard !== undefined && heard.sure ? heard.text : '',
    isHeard: heard !== undefined,
    pronunciation: { session, attempt },
};
