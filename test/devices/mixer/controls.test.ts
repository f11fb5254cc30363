import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseCaptureControls, type CaptureControl } from '../../../devices/mixer/controls';
import { loweredControls, mutedControls } from '../../../devices/mixer/microphone-controls';

/** A USB headset whose one control plays the microphone on the ears as well (playback) and lets it in (capture). */
const HEADSET = `Simple mixer control 'Headphone',0
  Capabilities: pvolume pswitch pswitch-joined
  Playback channels: Front Left - Front Right
  Limits: Playback 0 - 151
  Mono:
  Front Left: Playback 44 [29%] [-20.13dB] [on]
  Front Right: Playback 44 [29%] [-20.13dB] [on]
Simple mixer control 'Mic',0
  Capabilities: pvolume pvolume-joined cvolume cvolume-joined pswitch pswitch-joined cswitch cswitch-joined
  Playback channels: Mono
  Capture channels: Mono
  Limits: Playback 0 - 127 Capture 0 - 16
  Mono: Playback 0 [0%] [-28.37dB] [off] Capture 0 [0%] [-12.00dB] [off]
Simple mixer control 'Auto Gain Control',0
  Capabilities: pswitch pswitch-joined
  Playback channels: Mono
  Mono: Playback [on]
`;

const SWITCH_ONLY = `Simple mixer control 'Mic',0
  Capabilities: cswitch cswitch-joined
  Capture channels: Mono
  Mono: Capture [off]
`;

const LEVEL_ONLY = `Simple mixer control 'Mic',1
  Capabilities: cvolume
  Capture channels: Front Left - Front Right
  Limits: Capture 0 - 100
  Front Left: Capture 2 [2%]
  Front Right: Capture 60 [60%]
`;

/** The output of a Raspberry Pi, and of HDMI. */
const PI = `Simple mixer control 'PCM',0
  Capabilities: pvolume pvolume-joined pswitch pswitch-joined
  Playback channels: Mono
  Limits: Playback -10239 - 400
  Mono: Playback 0 [96%] [0.00dB] [on]
`;
const HDMI = `Simple mixer control 'IEC958',0
  Capabilities: pswitch pswitch-joined
  Playback channels: Mono
  Mono: Playback [on]
`;

/** A laptop: the capture switch of each channel, a boost for both directions, a choice of the input. */
const LAPTOP = `Simple mixer control 'Capture',0
  Capabilities: cvolume cswitch
  Capture channels: Front Left - Front Right
  Limits: Capture 0 - 63
  Front Left: Capture 0 [0%] [-17.25dB] [off]
  Front Right: Capture 0 [0%] [-17.25dB] [off]
Simple mixer control 'Internal Mic Boost',0
  Capabilities: volume
  Playback channels: Front Left - Front Right
  Capture channels: Front Left - Front Right
  Limits: 0 - 3
  Front Left: 0 [0%] [0.00dB]
  Front Right: 0 [0%] [0.00dB]
Simple mixer control 'Input Source',0
  Capabilities: cenum
  Items: 'Internal Mic' 'Mic'
  Item0: 'Internal Mic'
`;

/** Inputs of which one is on at a time. */
const exclusive = (mic: string, line: string): string => `Simple mixer control 'Mic',0
  Capabilities: pvolume pswitch cswitch cswitch-exclusive
  Capture exclusive group: 0
  Playback channels: Mono
  Capture channels: Front Left - Front Right
  Limits: Playback 0 - 31
  Front Left: Playback 23 [74%] [0.00dB] [off] Capture [${mic}]
  Front Right: Playback 23 [74%] [0.00dB] [off] Capture [${mic}]
Simple mixer control 'Line',0
  Capabilities: pvolume pswitch cswitch cswitch-exclusive
  Capture exclusive group: 0
  Playback channels: Front Left - Front Right
  Capture channels: Front Left - Front Right
  Limits: Playback 0 - 31
  Front Left: Playback 23 [74%] [0.00dB] [off] Capture [${line}]
  Front Right: Playback 23 [74%] [0.00dB] [off] Capture [${line}]
`;

const named = (controls: readonly CaptureControl[]): string[] => controls.map(({ name, index }) => `${name},${index}`);
const muted = (listing: string): string[] => named(mutedControls(parseCaptureControls(listing)));
const lowered = (listing: string, heardTooLittle = false): string[] =>
  named(loweredControls(parseCaptureControls(listing), heardTooLittle));

describe('The listing of a mixer', () => {
  it('gives the capture side of a control, not its playback side', () => {
    assert.deepEqual(parseCaptureControls(HEADSET), [
      { name: 'Mic', index: 0, isOn: false, level: { percent: 0, db: -12 }, group: null },
    ]);
  });

  it('tells a switch without a level from a level without a switch', () => {
    assert.deepEqual(parseCaptureControls(SWITCH_ONLY + LEVEL_ONLY), [
      { name: 'Mic', index: 0, isOn: false, level: null, group: null },
      { name: 'Mic', index: 1, isOn: null, level: { percent: 60, db: null }, group: null },
    ]);
  });

  it('holds nothing for recording on a Pi\'s own output, on HDMI, or where it is empty', () => {
    for (const listing of [PI, HDMI, '', 'nonsense\n  Mono: Capture [off]\n']) assert.deepEqual(parseCaptureControls(listing), []);
  });
});

describe('A muted microphone', () => {
  it('is one whose capture switch is off, on a headset or a laptop', () => {
    assert.deepEqual(muted(HEADSET), ['Mic,0']);
    assert.deepEqual(muted(SWITCH_ONLY), ['Mic,0']);
    assert.deepEqual(muted(LAPTOP), ['Capture,0']);
    assert.deepEqual(muted(HEADSET.replace('[-12.00dB] [off]', '[-12.00dB] [on]')), []);
  });

  it('is none where one of two channels is on', () => {
    assert.deepEqual(muted(LAPTOP.replace('[-17.25dB] [off]', '[-17.25dB] [on]')), []);
  });

  it('is no other input of a card, unless nothing of its group is on', () => {
    assert.deepEqual(muted(exclusive('off', 'on')), []);
    assert.deepEqual(muted(exclusive('off', 'off')), ['Mic,0']);
    assert.deepEqual(muted(SWITCH_ONLY.replaceAll('Mic', 'Line') + LEVEL_ONLY), []);
  });

  it('is a card\'s only input, whatever its name', () => {
    assert.deepEqual(muted(SWITCH_ONLY.replaceAll('Mic', 'Samson C01U')), ['Samson C01U,0']);
  });
});

describe('A level near zero', () => {
  it('is one of 5 % or less on all channels, and never a boost', () => {
    assert.deepEqual(lowered(HEADSET), ['Mic,0']);
    assert.deepEqual(lowered(LAPTOP), ['Capture,0']);
    assert.deepEqual(lowered(LEVEL_ONLY), []);
    assert.deepEqual(lowered(LEVEL_ONLY.replace('60 [60%]', '5 [5%]')), ['Mic,1']);
    assert.deepEqual(lowered(LEVEL_ONLY.replace('60 [60%]', '6 [6%]')), []);
  });

  it('that still lets the sound through counts only where too little was heard', () => {
    const unity = HEADSET.replace('[-12.00dB]', '[0.00dB]');
    assert.deepEqual(lowered(unity), []);
    assert.deepEqual(lowered(unity, true), ['Mic,0']);
  });
});
