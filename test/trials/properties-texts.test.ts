import assert from 'node:assert/strict';
import fc from 'fast-check';

import { parseCards, parseNames } from '../../devices/alsa/devices';
import { checkCalibration } from '../../models/calibration-check';
import { checkManifest } from '../../models/manifest-check';
import { MAX_CHARACTERS, speakableText } from '../../language/speakable';
import { resolveVoice } from '../../voices/voice-name';
import { ALL_FIELDS } from '../../nodes/all-fields';
import { readSettings } from '../../nodes/lib/settings';
import { filtersOf, MEL_FIELDS, ownFeatures } from '../../nodes/mel/settings';
import { PronError, type ErrorCode } from '../../base/errors';

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '🇰🇷👩‍👩‍👧', '안녕하세요', '<speak>', '&amp;', '[[a]]'));

/** Runs `task`; what it throws must have one of the codes. */
function orRefused<T>(task: () => T, ...codes: readonly ErrorCode[]): T | undefined {
  try {
    return task();
  } catch (error) {
    assert.ok(error instanceof PronError, String(error));
    assert.ok(codes.includes(error.code), error.message);
    return undefined;
  }
}

describe('For any value', () => {
  for (const [name, fields] of Object.entries(ALL_FIELDS)) {
    it(`the settings of ${name} are read, or refused by the name of the one that is wrong`, () => {
      const value = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.double(), text);
      fc.assert(fc.property(fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, value])), { requiredKeys: [] }), (config) => {
        const settings = orRefused(() => readSettings(fields, config), 'PRON_BAD_SETTING');
        assert.ok(settings === undefined || Object.keys(settings).length === Object.keys(fields).length);
      }));
    });
  }

  it('settings of mel that are each in their limits make features, or name the one that contradicts another', () => {
    const number = (name: keyof typeof MEL_FIELDS) => {
      const field = MEL_FIELDS[name];
      assert.ok(field.kind === 'number');
      const { min, max } = field;
      return field.integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
    };
    const names = ['sampleRate', 'windowLength', 'hopLength', 'bands', 'fMin', 'fMax', 'smoothing', 'averageLength'] as const;
    const config = fc.record({ ...Object.fromEntries(names.map((name) => [name, number(name)])), source: fc.constant('own') });
    fc.assert(fc.property(config, (saved) => {
      const settings = orRefused(() => readSettings(MEL_FIELDS, saved), 'PRON_BAD_SETTING');
      if (settings === undefined) return;
      const features = ownFeatures(settings);
      assert.ok(features.fMin < features.fMax && features.windowLength <= features.fftSize);
      filtersOf(settings);
    }));
  });

  it('a manifest or a calibration is taken or refused in one sentence', () => {
    const json = fc.oneof(fc.jsonValue(), fc.record({ format: fc.constant('pronunciation-calibration'), version: fc.jsonValue() }));
    fc.assert(fc.property(json, (value) => {
      assert.equal(orRefused(() => checkManifest(value, 'a'), 'PRON_MODEL_BROKEN'), undefined);
      assert.equal(orRefused(() => checkCalibration(value, 'a.json'), 'PRON_CALIBRATION_BROKEN'), undefined);
    }));
    const textless = { format: 'pronunciation-calibration', version: { toString: null, valueOf: null } };
    assert.equal(orRefused(() => checkCalibration(textless, 'a.json'), 'PRON_CALIBRATION_BROKEN'), undefined);
  });
});

describe('For any text', () => {
  it('a voice gets a line that it can speak, or the text is refused', () => {
    const codes = ['PRON_TTS_TEXT', 'PRON_TTS_LONG', 'PRON_TTS_UNSPEAKABLE', 'PRON_TTS_LANGUAGE'] as const;
    fc.assert(fc.property(text, fc.oneof(text, fc.constantFrom('ko', 'en', 'ja', 'zh-Hant-TW', 'x')), (said, language) => {
      const line = orRefused(() => speakableText(said, language), ...codes);
      if (line === undefined) return;
      assert.match(line, /[\p{L}\p{N}]/u);
      assert.doesNotMatch(line, /[\p{Cc}\p{Cs}<>]/u);
      assert.equal(line, line.trim());
    }), { numRuns: 1000 });
    const long = 'a'.repeat(MAX_CHARACTERS + 1);
    assert.equal(orRefused(() => speakableText(long, 'en'), 'PRON_TTS_LONG'), undefined);
  });

  it('a voice is one of those that there are, or refused', () => {
    const catalogue = { voices: [{ tags: ['ko'], file: 'ko' }, { tags: ['en-us', 'en'], file: 'gmw/en-US' }], variants: ['f3'] };
    const name = fc.oneof(text, fc.constantFrom('ko+f3', '+F3', 'gmw/en-us', '__proto__', 'constructor', '+', '++'));
    fc.assert(fc.property(name, name, (language, voice) => {
      const found = orRefused(() => resolveVoice(language, voice, catalogue), 'PRON_TTS_VOICE', 'PRON_TTS_VARIANT');
      assert.ok(found === undefined || /^(?:ko|en-us)(?:\+f3)?$/.test(found), found);
    }), { numRuns: 1000 });
  });

  it('a listing of arecord gives devices with plain names', () => {
    const line = fc.oneof(text, fc.constantFrom('null', 'default', '    Default', 'card 1: A [B], device 0: C [D]', 'card 1: [ [', 'card 1: A [B]]], device 0: [x] [y]'));
    fc.assert(fc.property(fc.array(line), (lines) => {
      const listing = lines.join('\n');
      for (const { name, label } of [...parseCards(listing), ...parseNames(listing)]) {
        assert.match(name, /^\S+$/);
        assert.equal(typeof label, 'string');
      }
    }), { numRuns: 500 });
  });
});
