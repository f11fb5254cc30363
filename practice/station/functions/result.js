// Keeps what the page needs of a result, scored or refused.
const { session, score, noise } = msg.pronunciation;
const { value, verdict, tier, tiers, words } = score;
return {
    topic: 'result',
    payload: msg.payload,
    score: { value, verdict, tier, tiers, words },
    picture: msg.image,
    recording: msg.recording,
    noise: noise?.light,
    pronunciation: { session },
};
