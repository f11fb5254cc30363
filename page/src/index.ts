import fonts from '@fontsource-variable/noto-sans-kr/wght.css?raw';
import { addStyle } from './style/add-style';
import classes from './style/class.css?inline';
import layout from './style/layout.css?inline';
import parts from './style/parts.css?inline';
import tokens from './style/tokens.css?inline';

addStyle([tokens, layout, parts, classes].join('\n'), fonts);

export { default as UIPronClass } from './class/teacher/class-page.vue';
export { default as UIPronPractice } from './practice.vue';
