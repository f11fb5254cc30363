// Three learners take a seat, hear the sentence and say it: each with a session of its own, as each page of a learner has.
const LEARNERS = [['1', 'ko-correct'], ['2', 'ko-mispronounced'], ['3', 'ko-another-sentence']];
const TEXT = '기차도 전기도 없었다';
const facts = (seat) => ({ session: `lesson-11-seat-${seat}`, language: 'ko', text: TEXT });
const folder = env.get('PRONUNCIATION_RECORDINGS');
return [
  LEARNERS.map(([seat]) => ({ topic: 'join', payload: { seat: Number(seat) }, pronunciation: facts(seat) })),
  LEARNERS.map(([seat]) => ({ payload: TEXT, pronunciation: facts(seat) })),
  LEARNERS.map(([seat, recording]) => ({ filename: `${folder}/${recording}.wav`, pronunciation: facts(seat) })),
];
