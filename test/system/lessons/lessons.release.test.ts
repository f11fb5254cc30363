import { runNodeRed, type RunningNodeRed } from '../support/node-red';
import { lesson1 } from './lesson-1';
import { lesson2 } from './lesson-2';
import { lesson3 } from './lesson-3';
import { lesson4 } from './lesson-4';
import { lesson5 } from './lesson-5';
import { lesson6 } from './lesson-6';
import { lesson7 } from './lesson-7';
import { lesson8 } from './lesson-8';
import { lesson9 } from './lesson-9';
import { lesson10 } from './lesson-10';
import { lesson11 } from './lesson-11';
import { lesson12 } from './lesson-12';

/** One Node-RED for all of them; each deploys its own flow. */
describe('the lessons', function () {
  this.timeout(60_000);
  let red: RunningNodeRed;
  before(async () => (red = await runNodeRed()));
  after(() => red?.stop());

  [lesson1, lesson2, lesson3, lesson4, lesson5, lesson6, lesson7, lesson8, lesson9, lesson10, lesson11, lesson12].forEach((lesson, i) =>
    describe(`lesson ${i + 1}`, () => lesson(() => red)));
});
