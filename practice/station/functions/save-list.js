/* global decodeText, changedList, refusalOf, NO_GUESSES, fnv1a, fs */
// Writes the teacher's list: whole, or not at all. The list before it stays beside it, as `.old`. The second output sends what is on
// the disk then to every page. The functions come from base/ and practice/station/.
const { payload, pronunciation, _client } = msg;
const answer = (told) => [{ topic: 'saved', payload: told, pronunciation, _client }, null];
const visitor = { pin: env.get('PRONUNCIATION_PIN') || '', ip: _client?.socketIp, isPassedOn: Boolean(env.get('PRONUNCIATION_PASSED_ON')) };
const { refusal, guesses } = refusalOf(visitor, payload?.pin, flow.get('guesses') ?? NO_GUESSES, Date.now());
flow.set('guesses', guesses);
if (refusal) return answer(refusal);
try {
    const named = env.get('PRONUNCIATION_SENTENCES');
    const isThere = fs.existsSync(named);
    // A link to the list stays one.
    const path = isThere ? fs.realpathSync(named) : named;
    const old = isThere ? fs.readFileSync(path) : Buffer.alloc(0);
    const version = fnv1a(old);
    if (payload.version !== version) return answer({ kind: 'changed', version });
    const decoded = old.length === 0 ? { text: '' } : decodeText(old);
    if ('fault' in decoded) return answer({ kind: decoded.fault });
    const changed = changedList(decoded.text, payload.sentences);
    if ('refusal' in changed) return answer(changed.refusal);
    const bytes = Buffer.from(changed.text);
    const fresh = `${path}.new`;
    const file = fs.openSync(fresh, 'w', isThere ? fs.statSync(path).mode : 0o644);
    try {
        fs.writeSync(file, bytes);
        fs.fsyncSync(file);
    } finally {
        fs.closeSync(file);
    }
    if (isThere) fs.copyFileSync(path, `${path}.old`);
    fs.renameSync(fresh, path);
    const kept = fs.readFileSync(path);
    if (!kept.equals(bytes)) throw new Error('The file does not hold what was written.');
    return [{ topic: 'saved', payload: { kind: 'saved', version: fnv1a(kept) }, pronunciation, _client }, { payload: kept }];
} catch (error) {
    const [, reason = error.message] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
    return answer({ kind: 'failed', text: reason });
}
