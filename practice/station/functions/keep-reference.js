// For the page, which plays the reference. `voice` lets it drop a reference if the learner has chosen another voice since.
const { _client, pronunciation, payload, voice } = msg;
return { topic: 'reference', payload, voice, text: pronunciation.text, pronunciation, _client };
