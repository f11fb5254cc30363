import { flowFile } from '../../flow/files';
import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { sharedCode } from '../../flow/shared-code';
import { addFunction } from './functions';

/** The code of *for the page*, behind the score node. */
export function resultCode(): string {
  return [sharedCode('pipeline/siamese/changes.ts'), sharedCode('practice/station/marked-words.ts'), sharedCode('pipeline/prosody/remarks.ts'), flowFile('station/functions/result.js')].join('\n');
}

/** Both are cleaned, heard, drawn and compared. */
export function addCompare(flow: Flow): void {
  flow.group('compare-group', '3. Both are cleaned, heard, drawn and compared', () => {
    addLinkIn(flow, 'recording-in', 'the recording', [60, 620], ['keep-recording']);
    addFunction(flow, 'keep-recording', 'keep it for the replay', { at: [200, 620], to: ['noise'] });
    flow.add('noise', 'pron-noise', { name: 'noise', at: [390, 620], to: ['vad'] });
    flow.add('vad', 'pron-vad', { name: 'vad', at: [530, 620], to: ['keep-scored'] });
    addFunction(flow, 'keep-scored', 'keep what is compared', { at: [720, 620], to: ['hear'] });
    addLinkIn(flow, 'reference-in', "the voice's sentence", [440, 700], ['reference-vad']);
    flow.add('reference-vad', 'pron-vad', { name: 'vad', at: [530, 700], to: ['hear'] });
    flow.add('hear', 'pron-hear', { name: 'hear', at: [940, 660], to: [['mel'], []] });
    flow.add('mel', 'pron-mel', { name: 'mel', at: [1100, 660], to: ['score'] });
    flow.add('score', 'pron-score', {
      name: 'score', pairPicture: true, at: [1270, 660], to: [['result', 'points', 'in-class'], ['result', 'verdict', 'in-class']],
    });
    flow.add('ear-status', 'status', { name: 'what hear does', scope: [flow.id('hear')], at: [960, 760], to: ['ear'] });
    addFunction(flow, 'ear', 'for every page', { at: [1150, 760], to: ['ear-out'] });
    addLinkOut(flow, 'ear-out', 'to-pages', [1240, 760], 'to every page');
  });
}

/** What a score leads to: the page, the debug panel and the class. Hang a gauge, an LED or a log beside them. */
export function addOutcome(flow: Flow): void {
  flow.group('outcome-group', '4. The score goes on', () => {
    flow.add('result', 'function', { name: 'for the page', func: resultCode(), outputs: 1, at: [1550, 600], to: ['result-out'] });
    addLinkOut(flow, 'result-out', 'to-page', [1650, 600], 'to the page');
    flow.add('points', 'debug', { name: 'score', at: [1540, 660] });
    flow.add('verdict', 'debug', { name: 'verdict', at: [1540, 710] });
    flow.add('in-class', 'switch', { name: 'has a seat', property: 'pronunciation.seat', rules: [{ t: 'nempty' }], at: [1550, 760], to: ['score-out'] });
    addLinkOut(flow, 'score-out', 'class-in', [1650, 760], 'to the class');
  });
}
