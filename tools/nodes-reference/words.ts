/** What a page says besides what the catalogues hold. */
export interface Words {
  readonly title: string;
  readonly intro: readonly string[];
  readonly head: readonly string[];
  readonly range: (min: number, max: number, isWhole: boolean) => string;
  readonly flag: string;
  readonly on: string;
  readonly off: string;
  readonly text: string;
  readonly list: string;
  readonly empty: string;
  readonly always: string;
  /** Between the values of one setting, between conditions that must hold together, and between those of which one must. */
  readonly orValue: string;
  readonly and: string;
  readonly or: string;
  readonly is: (setting: string, values: string) => string;
}

const ENGLISH: Words = {
  title: 'The settings of every node',
  intro: [
    'Written by `npm run generate` from the table `nodes/NAME/settings.ts` of each node and from its texts',
    'in `locales/`. The first column is the name in a flow file. What a node receives and sends is in its help text in the editor.',
  ],
  head: ['setting', 'label', 'values', 'default', 'used where', 'what it does'],
  range: (min, max, isWhole) => (isWhole ? `whole number, ${min} to ${max}` : `${min} to ${max}`),
  flag: 'on or off',
  on: 'on',
  off: 'off',
  text: 'text',
  list: 'list',
  empty: '(empty)',
  always: 'always',
  orValue: ' or ',
  and: ' and ',
  or: ', or ',
  is: (setting, values) => `${setting} is ${values}`,
};

const KOREAN: Words = {
  title: '모든 노드의 설정',
  intro: [
    '각 노드의 표 `nodes/NAME/settings.ts`와 `locales/`의 글로 `npm run generate`가 만든 문서입니다.',
    '첫째 열은 플로우 파일에 쓰이는 이름입니다. 노드가 무엇을 받고 보내는지는 편집기의 도움말에 있습니다.',
  ],
  head: ['설정', '이름', '값', '기본값', '쓰이는 때', '하는 일'],
  range: (min, max, isWhole) => (isWhole ? `정수, ${min}~${max}` : `${min}~${max}`),
  flag: '켬 또는 끔',
  on: '켬',
  off: '끔',
  text: '텍스트',
  list: '목록',
  empty: '(비어 있음)',
  always: '항상',
  orValue: '/',
  and: ', ',
  or: ' 또는 ',
  is: (setting, values) => `${setting} = ${values}`,
};

/** By the name of the folder in locales/. */
export const WORDS = { 'en-US': ENGLISH, ko: KOREAN } as const;
