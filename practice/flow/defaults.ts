import { ALL_FIELDS } from '../../nodes/all-fields';
import { configVersionOf } from '../../nodes/lib/migrations';

/** Node-RED's own nodes, as its editor saves them. */
const CORE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  inject: { props: [{ p: 'payload' }], repeat: '', crontab: '', once: false, onceDelay: 0.1, topic: '', payload: '', payloadType: 'date' },
  debug: {
    active: true, tosidebar: true, console: false, tostatus: false, complete: 'payload', targetType: 'msg', statusVal: '', statusType: 'auto',
  },
  function: { func: 'return msg;', outputs: 1, timeout: 0, noerr: 0, initialize: '', finalize: '', libs: [] },
  exec: { command: '', addpay: '', append: '', useSpawn: 'false', timer: '', winHide: true, oldrc: false },
  'file in': { filename: 'filename', filenameType: 'msg', format: '', chunk: false, sendError: false, encoding: 'none', allProps: false },
  file: { filename: 'filename', filenameType: 'msg', appendNewline: true, createDir: false, overwriteFile: 'false', encoding: 'none' },
  'http in': { method: 'get', url: '', upload: false, swaggerDoc: '' },
  'http response': { statusCode: '', headers: {} },
  'http request': {
    method: 'GET', ret: 'txt', paytoqs: 'ignore', url: '', tls: '', persist: false, proxy: '', insecureHTTPParser: false, authType: '', senderr: false, headers: [],
  },
  template: { field: 'payload', fieldType: 'msg', format: 'html', syntax: 'mustache', template: '', output: 'str' },
  catch: { scope: null, uncaught: false },
  change: { rules: [], action: '', property: '', from: '', to: '', reg: false },
  switch: { property: 'payload', propertyType: 'msg', rules: [], checkall: 'true', repair: false, outputs: 1 },
  comment: { info: '' },
  'link in': { links: [] },
  'link out': { mode: 'link', links: [] },
  trigger: {
    op1: '1', op2: '0', op1type: 'str', op2type: 'str', duration: '250', extend: false, overrideDelay: false, units: 'ms', reset: '',
    bytopic: 'all', topic: 'topic', outputs: 1,
  },
  'mqtt in': { topic: '', qos: '2', datatype: 'auto-detect', broker: '', nl: false, rap: true, rh: 0, inputs: 0 },
  'mqtt out': { topic: '', qos: '', retain: '', respTopic: '', contentType: '', userProps: '', correl: '', expiry: '', broker: '' },
  delay: {
    pauseType: 'delay', timeout: '5', timeoutUnits: 'seconds', rate: '1', nbRateUnits: '1', rateUnits: 'second',
    randomFirst: '1', randomLast: '5', randomUnits: 'seconds', drop: false, allowrate: false, outputs: 1,
  },
};

/** The nodes of node-red-node-pi-gpio. */
const GPIO: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'rpi-gpio in': { pin: '', intype: 'tri', debounce: '25', read: false, bcm: true },
  'rpi-gpio out': { pin: '', set: false, level: '0', freq: '', out: 'out', bcm: true },
};

/** The settings of a node that comes from the palette; none for an unknown type. */
export function defaultsOf(type: string): Record<string, unknown> {
  const fields = ALL_FIELDS[type];
  if (fields === undefined) return structuredClone({ ...(CORE[type] ?? GPIO[type]) });
  const defaults = Object.entries(fields).map(([name, field]) => [name, field.default]);
  return structuredClone({ ...(Object.fromEntries(defaults) as Record<string, unknown>), configVersion: configVersionOf(type) });
}
