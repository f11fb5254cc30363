import { createWriteStream, existsSync, renameSync } from 'node:fs';

/** How an entry of Node-RED's log begins: `2 Dec 10:38:19 - [warn] `. */
const ENTRY = /^\d+ \S+ \d\d:\d\d:\d\d - \[(\w+)\] /;
/** What a node of the flow says: `[pron-mic:microphone] `. */
const BY_NODE = /^\[([^\]:/]+):([^\]]*)\] /;
/** A node that could not be loaded: `[package/node] Error: `. */
const NOT_LOADED = /^\[[^\]]+\/[^\]]+\] /;

const MISSING_NODES = 'Waiting for missing types';
const LAST_LINES = 20;

/**
 * What the user has to know of an entry, in a line; undefined where it is for the log alone. Node-RED warns of much that is
 * as it should be: of switched-off projects, say. All errors count, what a node of the flow warns of, and nodes that are
 * missing.
 */
export function toTell(entry) {
  const [begin, level] = ENTRY.exec(entry) ?? [];
  if (begin === undefined) return undefined;
  const text = entry.slice(begin.length).trim();
  const [by, type, name] = BY_NODE.exec(text) ?? [];
  const says = by === undefined ? text : `${name || type}: ${text.slice(by.length)}`;
  const [first = ''] = says.split('\n');
  if (level === 'error' || level === 'fatal') return `Error: ${first}`;
  if (level === 'warn' && (by !== undefined || NOT_LOADED.test(text))) return `Warning: ${first}`;
  return text.startsWith(MISSING_NODES) ? `Warning: ${text.replace(/\s*\n\s*/g, ' ')}` : undefined;
}

/**
 * Writes what a child writes into a file, whose former version stays as FILE.old, and calls `tell` with each line that the
 * user has to know. Returns a function that gives the last lines.
 */
export function keepLog(child, file, tell) {
  if (existsSync(file)) renameSync(file, `${file}.old`);
  const log = createWriteStream(file, { mode: 0o600 });
  log.on('error', (error) => tell(`Warning: the log can't be written: ${error.message}`));
  const last = [];
  let entry = '';
  let timer;
  /** An entry ends where another begins, or when nothing follows at once. */
  const finish = () => {
    const said = toTell(entry);
    if (said !== undefined) tell(said);
    entry = '';
  };
  const takeLine = (line) => {
    last.push(line);
    if (last.length > LAST_LINES) last.shift();
    if (ENTRY.test(line)) {
      finish();
      entry = line;
    } else entry += `\n${line}`;
  };
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      log.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      lines.forEach(takeLine);
      clearTimeout(timer);
      timer = setTimeout(finish, 200).unref();
    });
  }
  child.once('close', () => {
    clearTimeout(timer);
    finish();
    log.end();
  });
  return () => last.join('\n');
}
