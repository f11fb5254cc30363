import { noiseLight } from './gpio/noise-light';
import { scoreLeds } from './gpio/score-leds';
import { scoreNeedle } from './gpio/score-needle';
import { scoreStrip } from './gpio/score-strip';
import { lesson1 } from './lessons/1/lesson';
import { lesson2 } from './lessons/2/lesson';
import { lesson3 } from './lessons/3/lesson';
import { lesson4 } from './lessons/4/lesson';
import { lesson5 } from './lessons/5/lesson';
import { lesson6 } from './lessons/6/lesson';
import { lesson7 } from './lessons/7/lesson';
import { lesson8 } from './lessons/8/lesson';
import { lesson9 } from './lessons/9/lesson';
import { lesson10 } from './lessons/10/lesson';
import { lesson11 } from './lessons/11/lesson';
import { lesson12 } from './lessons/12/lesson';
import { classExample } from './node-examples/class';
import { gainExample } from './node-examples/gain';
import { hearExample } from './node-examples/hear';
import { houseExample } from './node-examples/house';
import { playExample } from './node-examples/play';
import { satelliteExample } from './node-examples/satellite';
import { timeExample } from './node-examples/time';
import { voiceExample } from './node-examples/voice';
import { wyomingExample } from './node-examples/wyoming';
import { remoteExample } from './node-examples/remote';
import { workerExample } from './node-examples/worker';
import type { Example } from './flow/example';
import { practice } from './station/flow';

/** Every example flow that is made by a program. Those numbered 01 to 06 are kept by hand. */
export const EXAMPLES: readonly Example[] = [
  practice(),
  gainExample(),
  timeExample(),
  playExample(),
  hearExample(),
  classExample(),
  voiceExample(),
  houseExample(),
  satelliteExample(),
  wyomingExample(),
  remoteExample(),
  workerExample(),
  lesson1(),
  lesson2(),
  lesson3(),
  lesson4(),
  lesson5(),
  lesson6(),
  lesson7(),
  lesson8(),
  lesson9(),
  lesson10(),
  lesson11(),
  lesson12(),
  scoreLeds(),
  noiseLight(),
  scoreNeedle(),
  scoreStrip(),
];
