// One message for each bundled recording of the language.
const names = ['correct', 'mispronounced', 'another-sentence'];
const folder = env.get('PRONUNCIATION_LESSON_RECORDINGS');
return [
  names.map((name) => ({
    topic: `${msg.topic}, ${name.replace('-', ' ')}`,
    filename: `${folder}/${msg.pronunciation.language}-${name}.wav`,
    pronunciation: msg.pronunciation,
  })),
];
