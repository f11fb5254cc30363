// For the page, which plays the reference. `voice` lets it drop a reference if the learner has chosen another voice since.
// `words` are those of the text as it is written, with their standard pronunciation where that differs; none where the language
// has no such rules. `places` are their times in the recording, where the voice tells them. `otherLetters` says that the language
// has none of the text's letters: a Korean voice spells English. `speaker` is who speaks: the built-in voice stands in for a teacher.
const { _client, pronunciation, payload, voice } = msg;
const { text, spoken } = pronunciation;

// Scripts by ISO 15924. Those that stand for several; any other one stands for itself.
const SCRIPTS = { Kore: ['Hang', 'Hani'], Jpan: ['Hira', 'Kana', 'Hani'], Hans: ['Hani'], Hant: ['Hani'] };
function hasOtherLetters(words, language) {
    try {
        const { script } = new Intl.Locale(language).maximize();
        const own = (SCRIPTS[script] ?? [script]).map((one) => `\\p{Script=${one}}`).join('');
        return /\p{L}/u.test(words) && !new RegExp(`[${own}]`, 'u').test(words);
    } catch {
        return false; // not a language whose letters are known
    }
}

const bare = (word) => word.replace(/[^\p{L}\p{M}\p{N} ]/gu, '').trim();
const words = (spoken?.pronounced === undefined ? [] : spoken.words)
    .filter(({ written }) => written !== '')
    .map(({ written, pronounced = '' }) => {
        const said = bare(pronounced);
        return said === '' || said === bare(written) ? { text: written } : { text: written, pronounced: said };
    });
const places = (pronunciation.words ?? []).map(({ startMs, endMs }) => ({ startMs, endMs }));
return { topic: 'reference', payload, voice, speaker: pronunciation.voice, text, words, places, otherLetters: hasOtherLetters(text, pronunciation.language), pronunciation, _client };
