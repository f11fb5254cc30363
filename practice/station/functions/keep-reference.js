/* global sayingsOf */
// For the page, which plays the reference. `voice` lets it drop a reference if the learner has chosen another voice since.
// `words` are those of the text as it is written, with their standard pronunciation where that differs; none where the language
// has no such rules. `places` are their times in the recording, where the voice tells them. `otherLetters` says that the language
// has none of the text's letters: a Korean voice spells English. A preview is listened to, and nothing is compared with it.
// sayingsOf comes from language/sayings.ts.
// `speaker` is who speaks: the built-in voice stands in for a teacher.
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

const places = (pronunciation.words ?? []).map(({ startMs, endMs }) => ({ startMs, endMs }));
const topic = msg.topic === 'preview' ? 'preview' : 'reference';
return { topic, payload, voice, speaker: pronunciation.voice, text, words: sayingsOf(spoken), places, otherLetters: hasOtherLetters(text, pronunciation.language), pronunciation, _client };
