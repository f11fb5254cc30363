import fonts from '@fontsource-variable/noto-sans-kr/wght.css?raw';
import { addStyle } from './style/add-style';
import layout from './style/layout.css?inline';
import parts from './style/parts.css?inline';
import tokens from './style/tokens.css?inline';

addStyle([tokens, layout, parts].join('\n'), fonts);

export { default as UIPronPractice } from './practice.vue';
