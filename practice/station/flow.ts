import type { Example } from '../flow/example';
import { createFlow } from '../flow/flow';
import { addDashboard } from './dashboard';
import { addButtons } from './parts/buttons';
import { addClass } from './parts/class';
import { addCompare, addOutcome } from './parts/compare';
import { addPage } from './parts/page';
import { addProblems } from './parts/problems';
import { addRecording } from './parts/recording';
import { addSentences } from './parts/sentences';
import { addTeachers } from './parts/teachers';
import { addVoice } from './parts/voice';

const INFO = `Open [/dashboard/practice](/dashboard/practice). Needs the palettes **@flowfuse/node-red-dashboard** and
**@makerspeech/node-red-dashboard-2-pronunciation**.

The page sends what the learner does to *what the page asks for*; what comes back goes to the page of that learner only.
The stages in between are the same nodes as in every other example: leave one out, add one, change the order.`;

/** The practice station: the flow that `npm start` opens. Each part is a group of nodes, and links lead from one to another. */
export function practice(): Example {
  const flow = createFlow('Practice', INFO, { PRONUNCIATION_PIN: '' });
  const groups = addDashboard(flow);
  addPage(flow, groups.practice);
  addVoice(flow);
  addRecording(flow);
  addCompare(flow);
  addOutcome(flow);
  addProblems(flow);
  addSentences(flow);
  addTeachers(flow);
  addClass(flow, groups.teacher);
  addButtons(flow);
  return { file: 'dashboard/Practice station.json', nodes: flow.nodes() };
}
