import type { NodeAPI } from 'node-red';

import { listLoudspeakers } from '../../devices/player';
import { sharedAnswer } from '../../base/shared-answer';
import { serve } from '../lib/admin-route';

/** `GET pronunciation/loudspeakers`: the loudspeakers for the list in the play node's dialog. */
export function servePlayRoutes(RED: NodeAPI): void {
  serve(RED, { method: 'get', path: 'loudspeakers', permission: 'pron-play.read', answer: sharedAnswer(listLoudspeakers) });
}
