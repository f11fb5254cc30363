import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { openArchive } from '../../../page/src/zip/read';
import { zipFile, type ZipEntry } from '../../../page/src/zip/write';

const WHEN = new Date(2026, 11, 2);
const entry = fc.record({ name: fc.string({ minLength: 1, unit: 'grapheme' }), bytes: fc.uint8Array({ maxLength: 300 }) }, { noNullPrototype: true });

/** An archive of one file that is packed. */
function packed(bytes: Uint8Array): Uint8Array {
  const [stored, deflated] = [zipFile([{ name: 'a', bytes }], WHEN), zipFile([{ name: 'a', bytes: deflateRawSync(bytes) }], WHEN)];
  // The directory of the packed one, with the method and the CRC of what it holds.
  const [from, to] = [stored.lastIndexOf(0x50, stored.length - 23) , deflated.lastIndexOf(0x50, deflated.length - 23)];
  const [view, own] = [new DataView(deflated.buffer), new DataView(stored.buffer)];
  view.setUint16(to + 10, 8, true);
  view.setUint32(to + 16, own.getUint32(from + 16, true), true);
  return deflated;
}

describe('A ZIP archive', () => {
  it('is read as it was written, with any names and an empty file', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(entry, { selector: ({ name }) => name }), async (entries: ZipEntry[]) => {
      const archive = openArchive(zipFile(entries, WHEN));
      assert.deepEqual(archive.names, entries.map(({ name }) => name));
      for (const { name, bytes } of entries) assert.deepEqual(Buffer.from(await archive.read(name)), Buffer.from(bytes));
    }));
  });

  it('is no larger than its format allows', () =>
    assert.throws(() => zipFile(Array.from({ length: 65_536 }, (_, i) => ({ name: String(i), bytes: new Uint8Array() })), WHEN), RangeError));

  it('tells a file that is damaged or not there', async () => {
    const archive = zipFile([{ name: 'a', bytes: new Uint8Array(9) }], WHEN);
    await assert.rejects(openArchive(archive).read('b'), RangeError);
    archive[35] = 1;
    await assert.rejects(openArchive(archive).read('a'), /damaged/);
    assert.throws(() => openArchive(archive.subarray(0, 40)), RangeError);
  });

  it('unpacks no file that would fill the memory', async () => {
    assert.equal((await openArchive(packed(new Uint8Array(1_000_000))).read('a')).length, 1_000_000);
    await assert.rejects(openArchive(packed(new Uint8Array(70_000_000))).read('a'), /too large/);
  });
});
