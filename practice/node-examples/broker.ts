import type { Flow } from '../flow/flow';

/** Node-RED's own broker node, as its editor saves it: without a password, on this machine, so that the flow can be tried. */
const BROKER = {
  broker: '127.0.0.1', port: '1883', clientid: '', autoConnect: true, usetls: false, protocolVersion: '5', keepalive: '60', cleansession: true, autoUnsubscribe: true,
  birthTopic: '', birthQos: '0', birthRetain: 'false', birthPayload: '', birthMsg: {}, closeTopic: '', closeQos: '0', closeRetain: 'false', closePayload: '', closeMsg: {},
  willTopic: '', willQos: '0', willRetain: 'false', willPayload: '', willMsg: {}, userProps: '', sessionExpiry: '',
} as const;

/** Adds the broker that a pool's nodes share. @returns its id, for their settings */
export function addBroker(flow: Flow): string {
  return flow.id(flow.config('broker', 'mqtt-broker', { name: 'the broker', ...BROKER }));
}
