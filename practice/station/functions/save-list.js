/* global decodeText, changedList, refusalOf, NO_GUESSES, fnv1a, fs, os, paths */
// Writes the teacher's list: whole, or not at all, also where the power goes. The list before it stays beside it, as `.old`. The second output sends what is on
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
    /** Opens a file or a folder, and forces onto the disk what `write` does with it. */
    const onDisk = (name, flags, mode, write) => {
        const file = fs.openSync(name, flags, mode);
        try {
            write(file);
            fs.fsyncSync(file);
        } finally {
            fs.closeSync(file);
        }
    };
    const mode = isThere ? fs.statSync(path).mode : 0o644;
    onDisk(fresh, 'w', mode, (file) => fs.writeFileSync(file, bytes));
    if (isThere) {
        onDisk(`${path}.old.new`, 'w', mode, (file) => fs.writeFileSync(file, old));
        fs.renameSync(`${path}.old.new`, `${path}.old`);
    }
    fs.renameSync(fresh, path);
    // The names in the folder last only then. Windows has no such call.
    if (os.platform() !== 'win32') onDisk(paths.dirname(path), 'r', undefined, () => undefined);
    const kept = fs.readFileSync(path);
    if (!kept.equals(bytes)) throw new Error('The file does not hold what was written.');
    return [{ topic: 'saved', payload: { kind: 'saved', version: fnv1a(kept) }, pronunciation, _client }, { payload: kept }];
} catch (error) {
    const [, reason = error.message] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
    return answer({ kind: 'failed', text: reason });
}
