import fonts from '@fontsource-variable/noto-sans-kr/wght.css?raw';
import ClassPage from './class/teacher/class-page.vue';
import { addStyle } from './style/add-style';
import classes from './style/class.css?inline';
import layout from './style/layout.css?inline';
import parts from './style/parts.css?inline';
import tokens from './style/tokens.css?inline';

addStyle([tokens, layout, parts, classes].join('\n'), fonts);

// The dashboard looks for each widget below the name of its node; this file's own name is that of the practice page.
Object.assign(window, { 'ui-pron-class': { UIPronClass: ClassPage } });

export { default as UIPronPractice } from './practice.vue';
