import { join } from 'node:path';
import { readOptions } from '../../base/command-line/options';
import { packageRoot } from '../../base/package-root';
import { readAudio } from '../../engine/offline/read-audio';
import { pitchOf } from '../../pipeline/prosody/pitch';
import { decodeWav } from '../../pipeline/wav';
import { RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { pitchErrors, sumOfErrors, type PitchErrors } from './errors';
import { pitchFigures, type GroupErrors } from './figures';
import { praatPitch, type PraatRange } from './praat';
import { recordingGroups, type Group } from './recordings';

const HELP = `The pitch tracker against praat: node tools/run.mjs trials/pitch [OPTIONS]
  --speech DIR   public recordings (../shared/speech beside the project); without them only the bundled ones are measured
  ${RECORD_HELP}
Needs the Debian package praat, and ffmpeg for Opus.
`;

async function main(): Promise<void> {
  const given = readOptions('pitch', process.argv.slice(2), { speech: { type: 'string' }, ...RECORD_OPTION, help: { type: 'boolean', default: false } });
  if (given.help) {
    process.stdout.write(HELP);
    return;
  }
  let cpuMs = 0;
  let seconds = 0;

  async function measured({ name, files }: Group): Promise<GroupErrors> {
    const wavs = await Promise.all(files.map((file) => readAudio(file)));
    const ours = wavs.map((wav) => {
      const audio = decodeWav(wav);
      const before = process.cpuUsage();
      const pitch = pitchOf(audio);
      const { user, system } = process.cpuUsage(before);
      cpuMs += (user + system) / 1000;
      seconds += audio.samples.length / audio.sampleRate;
      return pitch;
    });
    const against = async (range: PraatRange): Promise<PitchErrors> => {
      const theirs = await praatPitch(wavs, range);
      return sumOfErrors(ours.map((pitch, i) => pitchErrors(pitch, theirs[i] ?? [])));
    };
    return { name, recordings: files.length, speaker: await against('speaker'), usual: await against('usual') };
  }

  const groups: GroupErrors[] = [];
  for (const group of recordingGroups(given.speech ?? join(packageRoot(), '..', 'shared', 'speech'))) groups.push(await measured(group));
  const figures = pitchFigures({ groups, cpuMs: (3 * cpuMs) / seconds });
  for (const { name, value } of figures) process.stdout.write(`${name}: ${typeof value === 'number' ? `${value.toFixed(1)} ms` : String(value)}\n`);
  if (!given.record) return;
  const { recordFigures } = await import('../../tools/lib/record.mjs');
  recordFigures('pitch', 'node tools/run.mjs trials/pitch', figures);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
