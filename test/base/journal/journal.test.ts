import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { openJournal, type Journal } from '../../../base/journal/journal';
import { journalLine } from '../../../base/journal/line';
import { readJournal, type JournalBlock } from '../../../base/journal/read';
import { packageRoot } from '../../../base/package-root';
import { seededRandom } from '../../../base/random';

describe('A journal', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pron-journal-'));
    path = join(folder, 'deep', 'class.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function opened(file = path): Promise<{ journal: Journal; records: unknown[] }> {
    const records: unknown[] = [];
    return { journal: await openJournal(file, (record) => records.push(record)), records };
  }
  async function withRecords(records: readonly unknown[]): Promise<void> {
    const { journal } = await opened();
    await Promise.all(records.map((record) => journal.append(record)));
    await journal.close();
  }

  it('gives its records back in their order, whatever they hold', async () => {
    const records = [{ text: '줄\n"끝"' }, [1, 2.5, null], 'x', { deep: { list: ['가'] } }];
    await withRecords(records);
    const { journal, records: again } = await opened();
    assert.deepEqual(again, records);
    assert.equal(journal.dropped, 0);
    await journal.close();
  });

  it('is JSON lines that only its user may read', async function () {
    if (process.platform === 'win32') this.skip();
    await withRecords([{ a: 1 }]);
    assert.deepEqual((JSON.parse(readFileSync(path, 'utf8')) as unknown[])[1], { a: 1 });
    assert.deepEqual([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777], [0o600, 0o700]);
  });

  it('waits at most 200 ms for others before it writes', async () => {
    const { journal } = await opened();
    const start = performance.now();
    let writtenAt = Infinity;
    const first = journal.append(1);
    while (performance.now() - start < 1000 && writtenAt === Infinity) {
      await pause(5);
      if (readFileSync(path, 'utf8') !== '') writtenAt = performance.now() - start;
    }
    await first;
    assert.ok(writtenAt < 200, `${writtenAt} ms`);
    await journal.close();
  });

  it('loses nothing but the last record where its file is cut at any byte of that record', async () => {
    const records = [{ n: 1, text: '첫째' }, { n: 2 }, { n: 3, text: '셋째 줄' }];
    await withRecords(records);
    const whole = readFileSync(path);
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let cut = last; cut < whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut));
      const { journal, records: found } = await opened();
      assert.deepEqual(found, records.slice(0, 2), `cut at ${cut}`);
      assert.equal(journal.dropped, cut === last ? 0 : 1);
      await journal.append({ n: 4 });
      await journal.close();
      const { journal: next, records: after } = await opened();
      await next.close();
      assert.deepEqual([after, next.dropped], [[...records.slice(0, 2), { n: 4 }], 0], `cut at ${cut}`);
    }
  });

  it('drops a damaged line, whichever byte of it is wrong, and reads those around it', async () => {
    const lines = [1, 2, 3].map((n) => Buffer.from(journalLine({ n })));
    const middle = lines[1] as Buffer;
    for (let at = 0; at < middle.length - 1; at++) {
      const damaged = Buffer.from(middle);
      damaged[at] = (damaged[at] ?? 0) ^ 0x04;
      const file = join(folder, 'damaged');
      writeFileSync(file, Buffer.concat([lines[0] as Buffer, damaged, lines[2] as Buffer]));
      const blocks: JournalBlock[] = [];
      for await (const block of readJournal(file)) blocks.push(block);
      const records = blocks.flatMap((block) => block.records);
      const dropped = blocks.reduce((sum, block) => sum + block.dropped, 0);
      // A byte that became a line end makes two damaged lines of one.
      assert.deepEqual(records, [{ n: 1 }, { n: 3 }], `byte ${at}`);
      assert.ok(dropped === 1 || damaged[at] === 0x0a);
    }
  });

  it('reads on behind garbage that is longer than any line, and cuts off such an end', async () => {
    await withRecords([{ n: 1 }]);
    appendFileSync(path, Buffer.concat([Buffer.alloc(2_500_000), Buffer.from(`\n${journalLine({ n: 2 })}`), Buffer.alloc(1_300_000)]));
    const { journal, records } = await opened();
    assert.deepEqual([records, journal.dropped], [[{ n: 1 }, { n: 2 }], 2]);
    await journal.append({ n: 3 });
    await journal.close();
    const { journal: next, records: after } = await opened();
    await next.close();
    assert.deepEqual(after, [{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('keeps every record that it has confirmed when its process is killed, again and again', async function () {
    this.timeout(120_000);
    const random = seededRandom(17);
    const writer = join(packageRoot(), 'test', 'base', 'journal', 'fixtures', 'writer.ts');
    let next = 0;
    for (let kill = 0; kill < 12; kill++) {
      const child = spawn(process.execPath, ['--require', 'tsx/cjs', writer, path, String(next)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let confirmed = next - 1;
      const lines = createInterface({ input: child.stdout });
      lines.on('line', (line) => (confirmed = Number(line)));
      await once(lines, 'line');
      await pause(random() * 150);
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
      const { journal, records } = await opened();
      await journal.close();
      const numbers = (records as { n: number }[]).map(({ n }) => n);
      assert.deepEqual(numbers, numbers.map((_, i) => i), 'nothing is missing, doubled or out of order');
      assert.ok(numbers.length > confirmed, `${confirmed} was confirmed, ${numbers.length} are there`);
      assert.ok(confirmed >= next, 'something was confirmed');
      next = numbers.length;
    }
  });
});
