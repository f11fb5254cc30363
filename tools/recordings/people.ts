/** A recording of a person: its name here, and its file in the folder of recordings. Sources and licences: NOTICE. */
export interface Person {
  readonly name: string;
  readonly source: string;
}

export const PEOPLE: readonly Person[] = [
  { name: 'ko-correct', source: 'korean/koreanfa/fv01_t01_s01.opus' },
  { name: 'ko-another-sentence', source: 'korean/koreanfa/fv01_t01_s02.opus' },
  { name: 'en-native', source: 'english-native/ljspeech/LJ001-0008.opus' },
  // Rated 9.28 of 10 by the corpus's experts.
  { name: 'en-correct', source: 'english-learners/audio/024500126.opus' },
  // Rated 3.30.
  { name: 'en-mispronounced', source: 'english-learners/audio/096130019.opus' },
];
