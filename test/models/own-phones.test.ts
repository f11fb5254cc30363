import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOwnPhones } from '../../evaluation/phones/write-probe';
import { findEar, readEarFile } from '../../models/ear';
import { temporaryFolder } from '../cli/support';

const GRAPH = 'phones-ko.onnx';

describe("A school's own phone probe", () => {
  const folder = temporaryFolder();
  const path = join(folder, 'phones-ko.json');
  let file: Readonly<Record<string, unknown>>;

  before(async () => {
    const shipped = await findEar('');
    const graph = Uint8Array.from(await readEarFile(shipped, GRAPH));
    graph[graph.length - 1] = 7;
    const figures = { phones: 300, right: 0.8, evidence: -0.4 };
    await writeOwnPhones(folder, graph, {
      base: shipped.manifest.checksums[GRAPH] ?? '', created: '2026-12-02T10:00:00Z', recordings: 12, speakers: 3, seconds: 60,
      tokens: (shipped.manifest.probes['ko']?.tokens ?? []).map((_, i) => i), figures: { heldOut: 'speakers', before: figures, after: figures },
    });
    file = JSON.parse(readFileSync(path, 'utf8')) as typeof file;
  });

  it("takes the place of the ear's, and adds its tokens", async () => {
    const [shipped, found] = [await findEar(''), await findEar(folder)];
    assert.equal((await readEarFile(found, GRAPH)).at(-1), 7);
    assert.notDeepEqual(await readEarFile(shipped, GRAPH), await readEarFile(found, GRAPH));
    const [before, after] = [shipped, found].map(({ manifest }) => manifest.probes['ko']?.tokens ?? []);
    assert.deepEqual(after, before?.map((count, i) => count + i));
    assert.deepEqual(found.manifest.probes['ko']?.contrasts, shipped.manifest.probes['ko']?.contrasts);
  });

  it('is not there in a folder without one', async () => {
    assert.equal((await findEar(join(folder, 'none'))).own, undefined);
  });

  it('is refused where it was changed, or was made for another ear', async () => {
    writeFileSync(path, JSON.stringify({ ...file, sha256: 'a'.repeat(64) }));
    await assert.rejects(readEarFile(await findEar(folder), GRAPH), { code: 'PRON_PHONES_BROKEN', message: /not the one that belongs here/ });
    for (const [content, message] of [
      [JSON.stringify({ ...file, base: 'a'.repeat(64) }), /another version of the ear/],
      [JSON.stringify({ ...file, tokens: [1] }), /another version of the ear/],
      [JSON.stringify({ ...file, tokens: 'many' }), /tokens/],
      ['{', /JSON/],
    ] as const) {
      writeFileSync(path, content);
      await assert.rejects(findEar(folder), { code: 'PRON_PHONES_BROKEN', message });
    }
  });
});
