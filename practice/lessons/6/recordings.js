// One message for each of the button's recordings.
const folder = env.get('PRONUNCIATION_RECORDINGS');
return [
  msg.recordings.map(({ what, recording, pronunciation }) => ({
    topic: `${msg.topic}, ${what}`,
    filename: `${folder}/${recording}.wav`,
    pronunciation,
  })),
];
