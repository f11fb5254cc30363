// For the page, which plays the reference. `voice` lets it drop a reference if the learner has chosen another voice since.
// `words` are those of the text as it is written, with their standard pronunciation where that differs; none where the language
// has no such rules. `places` are their times in the recording, where the voice tells them.
const { _client, pronunciation, payload, voice } = msg;
const { text, spoken } = pronunciation;
const bare = (word) => word.replace(/[^\p{L}\p{M}\p{N} ]/gu, '').trim();
const words = (spoken?.pronounced === undefined ? [] : spoken.words)
    .filter(({ written }) => written !== '')
    .map(({ written, pronounced = '' }) => {
        const said = bare(pronounced);
        return said === '' || said === bare(written) ? { text: written } : { text: written, pronounced: said };
    });
const places = (pronunciation.words ?? []).map(({ startMs, endMs }) => ({ startMs, endMs }));
return { topic: 'reference', payload, voice, text, words, places, pronunciation, _client };
