/** What the bundled learners say. `wrong` has the phonemes of `text`, as it is pronounced, as espeak-ng names them (`espeak-ng -x`),
 *  a word a string, with the errors of a beginner: plain vowels for ㅡ, ㅓ and schwa, one consonant for another. */
export interface Sentences {
  readonly language: 'ko' | 'en';
  /** The voice of the reference; the learner speaks with another variant of it. */
  readonly voice: string;
  readonly variant: string;
  readonly pitch: number;
  readonly text: string;
  readonly wrong: readonly string[];
  readonly another: string;
}

export const SENTENCES: readonly Sentences[] = [
  {
    language: 'ko',
    voice: 'ko',
    variant: 'f3',
    pitch: 60,
    text: '만나서 반갑습니다, 날씨가 좋네요',
    //       m_'a_n_n_a_s_,@_p_'a_n_q_a_p_s-_,u-_m_n_i_d_,a       n_'a_L_s-_i_q_,a    tS;_'o_n_n_e_j_,o
    wrong: ["m_'e_n_n_a_s_,o_p_'o_n_q_a_p_s-_,u_m_n_i_d_,a", ',', "n_'o_L_s-_e_q_,a", "s_'u_n_n_a_j_,o"],
    another: '학교 앞 가게에서 우유 두 개를 샀어요',
  },
  {
    language: 'en',
    voice: 'en-us',
    variant: 'm3',
    pitch: 65,
    text: 'Nice to meet you, the weather is lovely today',
    //      n_'aI_s t_@   m_'i:_t    j_u:   D_@2   w_'E_D_3_r-    I_z   l_'V_v_l_i    t_@_d_'eI
    wrong: ["n_'aI_s", 't_@', "m_'I_t", 'j_u:', ',', 'd_@2', "v_'a_d_3_r-", 'I_z', "r_'O_v_l_i", "t_@_d_'aI"],
    another: 'Please open the window and turn off the radio',
  },
];
