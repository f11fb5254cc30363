import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { LEAST_MEMORY } from '../../models/ear';
import data from './boards.json';
import { AGAIN, estimateMs, NEW, type Work } from './estimate';
import counted from './operations.json';

const { sentence, work } = counted;

/** The estimates, and in words what they assume. */
export function earBoardFigures(): RecordedFigure[] {
  const { boards, tooSmall, source, headroom } = data;
  return [
    { name: `counted: the encoder, ${sentence.seconds} s of speech`, value: inMillions(work.encoder) },
    { name: `counted: one pass of the decoder over ${sentence.tokens} tokens`, value: inMillions(work.pass) },
    { name: 'counted: one further token', value: inMillions(work.step) },
    { name: `counted: the phone head; the judge, ${sentence.words} words`, value: `${inMillions(work.phones)}; ${inMillions(work.judge)}` },
    ...boards.flatMap((board) => [
      { name: `ESTIMATE: ${board.name} hears a right sentence of 4 s, a new text`, value: estimateMs(NEW, board), unit: 'ms' },
      { name: `ESTIMATE: ${board.name}, the same text again`, value: estimateMs(AGAIN, board), unit: 'ms' },
    ]),
    { name: tooSmall.name, value: `no ear: it has ${tooSmall.memoryMb} MB, and the ear needs a machine with ${LEAST_MEMORY.native / 1e6} MB` },
    { name: 'assumed speed of a core', value: `a quarter of a published result (${source.what}, ${source.address}), twice that in single precision` },
    { name: 'assumed for int8', value: 'as fast as floats; four times as fast with the dot product of the Cortex-A76' },
    { name: 'assumed for all that is not counted', value: `${headroom} times the time of the products` },
  ];
}

function inMillions({ float, int8 }: Work): string {
  const parts = [[int8, 'int8'], [float, 'floats']] as const;
  return parts.flatMap(([count, of]) => (count === 0 ? [] : [`${(count / 1e6).toFixed(0)} million products of ${of}`])).join(', ');
}
