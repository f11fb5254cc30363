/* global decodeText, BUNDLED */
// A language in brackets begins a list, # a remark; every other line is a sentence. What is not understood is told on the
// page. `decodeText` comes from base/decode-text.ts, `BUNDLED` from practice/flow/recordings.ts.
const LANGUAGES = [
    'ko', 'en', 'en-US', 'en-GB', 'en-AU', 'zh', 'zh-CN', 'zh-TW', 'yue', 'ja', 'vi', 'th', 'id', 'ms', 'tl', 'mn', 'hi', 'bn', 'ur', 'ne', 'si',
    'my', 'km', 'uz', 'kk', 'ky', 'ru', 'uk', 'de', 'fr', 'fr-CA', 'es', 'es-MX', 'pt', 'pt-BR', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'is', 'pl',
    'cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'ar', 'fa', 'he', 'sw', 'et', 'lv', 'lt', 'hr', 'sr', 'sl', 'ca', 'eu', 'ga', 'cy', 'la', 'eo',
];
// Names that Intl does not give. A country's code stands for its language; as a language kr is Kanuri, which no voice speaks.
const OTHER_NAMES = {
    __proto__: null,
    한국말: 'ko', 우리말: 'ko', 국어: 'ko', kr: 'ko', jp: 'ja', cn: 'zh-CN', us: 'en-US', gb: 'en-GB', vn: 'vi', mandarin: 'zh', 汉语: 'zh', 漢語: 'zh',
};
const sameName = (name) => name.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, ' ').trim();

/** Tags by what a language is called in English, in Korean and in itself. */
function tagsByName() {
    const names = new Map();
    for (const tag of LANGUAGES) {
        for (const reader of ['en', 'ko', tag]) names.set(sameName(new Intl.DisplayNames([reader], { type: 'language' }).of(tag)), tag);
    }
    return names;
}

/** A BCP 47 tag in any spelling, if it is a language's. */
function asTag(heading) {
    if (!/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(heading)) return undefined;
    try {
        const [tag] = Intl.getCanonicalLocales(heading.replaceAll('_', '-'));
        return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) && tag;
    } catch {
        return undefined;
    }
}

let namesOfAll;
/** The tag that a heading means. Most are tags: the names are looked up only for another one, for that takes time. */
function tagOf(heading) {
    const name = sameName(heading);
    return OTHER_NAMES[name] ?? asTag(heading) ?? (namesOfAll ??= tagsByName()).get(name);
}

function readList(text) {
    const sentences = {};
    const problems = [];
    // One of a kind is enough where all lines have the same fault.
    const tell = (kind, line, words) => problems.some((one) => one.kind === kind && kind !== 'heading') || problems.push({ kind, line, text: words.slice(0, 60) });
    let language;
    let isBelowUnknown = false;
    for (const [i, raw] of text.split('\n').entries()) {
        const line = raw.trim();
        const plain = line.normalize('NFKC');
        if (!plain || plain.startsWith('#')) continue;
        if (/^[[【〔]/.test(plain)) {
            const [, heading] = /^[[【〔]([^\]】〕]*)[\]】〕]\s*(?:#.*)?$/.exec(plain) ?? [];
            language = heading === undefined ? undefined : tagOf(heading.trim());
            isBelowUnknown = language === undefined;
            if (isBelowUnknown) tell('heading', i + 1, line);
        } else if (!/[\p{L}\p{N}]/u.test(plain)) tell('letters', i + 1, line);
        else if (language) (sentences[language] ??= []).push(line);
        else if (!isBelowUnknown) tell('start', i + 1, line);
    }
    if (Object.keys(sentences).length === 0 && problems.length === 0) problems.push({ kind: 'empty' });
    return { sentences, problems };
}

const decoded = decodeText(msg.payload);
const { sentences, problems } = 'fault' in decoded ? { sentences: {}, problems: [{ kind: decoded.fault }] } : readList(decoded.text);
msg.topic = 'sentences';
msg.payload = sentences;
msg.problems = problems;
msg.bundled = BUNDLED;
msg.earIsLoading = flow.get('earIsLoading') ?? false;
return msg;
