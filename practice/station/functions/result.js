/* global changesOf, firstChange, surestHint, markedWords, saidInstead, prosodyRemarks */
// Keeps what the page needs of a result, scored or refused. The functions come from pipeline/siamese/changes.ts,
// pipeline/prosody/remarks.ts and practice/station/marked-words.ts.
const { session, attempt, text, score, heard, noise, prosody } = msg.pronunciation;
const { value, verdict, tier, tiers } = score;
const changes = changesOf(heard);
const kind = firstChange(changes);
return {
    topic: 'result',
    payload: msg.payload,
    score: { value, verdict, tier, tiers },
    words: markedWords(text ?? '', score, heard),
    change: kind && { kind, words: changes[kind].join(' ') },
    hint: surestHint(heard),
    said: saidInstead(score, heard),
    prosody: prosody && { ...prosody, ...prosodyRemarks(prosody) },
    picture: msg.image,
    recording: msg.recording,
    scored: msg.scored,
    noise: noise?.light,
    pronunciation: { session, attempt },
};
