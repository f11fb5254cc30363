// The page plays what the voice said; which voice it was tells whether the learner has changed their mind since.
const { _client, pronunciation, payload, voice } = msg;
return { topic: 'reference', payload, voice, text: pronunciation.text, pronunciation, _client };
