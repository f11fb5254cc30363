import { rampColour } from '../../pipeline/distance-ramp';
import { WORD_SHADES } from './word-list';

/** The page's style sheet: light by default and in print, dark if the reader's system is dark. It is a single text, because the
 *  page's security policy holds its hash. */
export const STYLE = `
:root{color-scheme:light;--paper:#fff;--raised:#f5f6f8;--ink:#1b1f24;--soft:#57606a;--rule:#d5d9df;--grid:#e4e7eb;
--scored:#0067a8;--wrong-sentence:#c24a00;--no-speech:#555b63;--too-quiet:#8a6100;--clipped:#a33b7c;--too-noisy:#00734f;--incomplete:#5a3fb0;
--calm:#0067a8;--alarm:#b3261e}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#14171c;--raised:#1e232a;--ink:#e8eaed;
--soft:#a5adb8;--rule:#3a424d;--grid:#2a3038;--scored:#5bb8f0;--wrong-sentence:#ff9248;--no-speech:#b4bac2;--too-quiet:#f0c24b;
--clipped:#e79ccb;--too-noisy:#43d3a2;--incomplete:#b3a1ff;--calm:#5bb8f0;--alarm:#ff8a80}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
header,main,footer{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:36px}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.8rem 0 .5rem;padding-top:1.2rem;border-top:1px solid var(--rule)}
h3{font-size:1.02rem;margin:0 0 .3rem}
p{margin:0 0 .7rem;max-width:75ch}
a{color:var(--calm)}
.soft,.note,.lead{color:var(--soft)}
.note{font-size:.875rem;margin-top:.4rem}
.missing{border-left:4px solid var(--rule);padding:.2rem .8rem;color:var(--soft)}
header .missing{margin-top:1rem}
nav ul,.legend,.figures,.run{list-style:none;margin:0;padding:0}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.95rem}
.run{display:flex;flex-wrap:wrap;gap:.1rem 1.6rem;margin-bottom:.9rem}
.run span{color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:14px;margin-top:.8rem}
.figures li{display:flex;flex-direction:column}
.figures li,.card{background:var(--raised);border:1px solid var(--rule);border-radius:8px;padding:16px}
.figures h3{font-weight:600;font-size:.95rem;margin:.1rem 0 0}
.figures p{margin:0;font-size:.9rem}
.figures .value{order:-1;font-size:2rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
.figures .bounds{color:var(--soft);margin-bottom:.5rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:8px 40px;align-items:start}
figure{margin:.6rem 0}
figcaption{font-weight:600;margin-bottom:.4rem}
.chart{display:block;width:100%;height:auto;overflow:visible}
.chart text{font-size:14px;fill:var(--ink)}
.chart .tick{fill:var(--soft);font-size:13px}
.chart .count{font-size:12px;fill:var(--soft)}
.sounds .chart .tick{font-size:9.5px}
.middle{text-anchor:middle}.end{text-anchor:end}.start{text-anchor:start}
.grid{stroke:var(--grid)}
.tickmark{stroke:var(--soft)}
.diagonal{stroke:var(--soft);stroke-dasharray:5 5}
.curve{fill:none;stroke:var(--scored);stroke-width:2}
.point{fill:var(--scored);stroke:var(--paper);stroke-width:1.5}
.error{stroke:var(--scored);stroke-width:2}
.mark{stroke:var(--paper);stroke-width:.6;fill-opacity:.75}
.mark:hover,.bar:hover{fill-opacity:1;stroke:var(--ink);stroke-width:1.5}
.mark.wrong-sentence,.mark.wrong-sentence:hover{stroke:var(--wrong-sentence);stroke-width:2.4;fill:none}
.mark.incomplete,.mark.incomplete:hover{stroke:var(--incomplete);stroke-width:2.4;fill:none}
${['scored', 'wrong-sentence', 'incomplete', 'no-speech', 'too-quiet', 'clipped', 'too-noisy'].map((verdict) => `.${verdict}{fill:var(--${verdict})}`).join('')}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem;margin-top:.3rem}
.key{width:14px;height:14px;margin-right:.4rem;vertical-align:-1px}
.key .mark{fill-opacity:1}
.card{margin:14px 0;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:12px 28px}
.sentence{font-size:1.1rem;overflow-wrap:anywhere}
.id{font-size:.875rem;overflow-wrap:anywhere;margin:0}
${Array.from({ length: WORD_SHADES }, (_, i) => `.word${i}{border-bottom:4px solid rgb(${rampColour(i / (WORD_SHADES - 1)).join(' ')})}`).join('')}
.words{display:flex;flex-wrap:wrap;gap:.3rem .8rem;list-style:none;margin:0 0 .7rem;padding:0}.words small{color:var(--soft)}
dl{margin:0 0 .7rem}
dl div{display:flex;gap:.6rem;justify-content:space-between;border-bottom:1px solid var(--rule);padding:.15rem 0}
dt{color:var(--soft)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
.players{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin-bottom:10px}
.players span{display:block;font-size:.875rem;color:var(--soft)}
audio{width:100%;height:40px;display:block}
.scroll{overflow-x:auto}
.group{margin-top:1.8rem}
table{border-collapse:collapse;width:100%;min-width:600px;table-layout:fixed;font-variant-numeric:tabular-nums;font-size:.95rem}
caption{text-align:left;color:var(--soft);font-size:.875rem;padding:.3rem 0}
th,td{text-align:right;padding:.35rem .6rem;border-bottom:1px solid var(--rule);vertical-align:top}
th:first-child{text-align:left;font-weight:500;overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600;font-size:.875rem;vertical-align:bottom}
tfoot th,tfoot td{border-top:2px solid var(--rule);font-weight:600}
td .bounds{display:block;color:var(--soft);font-size:.8rem;font-weight:400;white-space:nowrap}
th:first-child{width:24%}
.bar-column{text-align:center;width:16%}
.bias{display:block;width:100%;height:12px;margin-top:.35rem}.bias rect{fill:var(--scored)}.bias line{stroke:var(--soft);vector-effect:non-scaling-stroke}
.difference{border-left:4px solid var(--calm);background:var(--raised);padding:.6rem .9rem;max-width:none}
.difference.alarm{border-color:var(--alarm)}
.failures{overflow-wrap:anywhere}
footer{padding-bottom:60px}
:focus-visible{outline:3px solid var(--calm);outline-offset:2px}
@media (max-width:640px){body{font-size:15px}header,main,footer{padding-left:14px;padding-right:14px}header{padding-top:22px}
h1{font-size:1.5rem}.card{grid-template-columns:1fr}.players{grid-template-columns:1fr}
.chart text,.chart .tick,.chart .count{font-size:16px}.sounds .chart .tick{font-size:15px}.bar-column{display:none}
table{min-width:480px;font-size:.85rem}th,td{padding:.3rem .35rem}}
@media print{body{font-size:10pt}audio,nav,.players{display:none}.card,.figures li,figure,tr,.difference{break-inside:avoid}h2,h3{break-after:avoid}
.scroll{overflow:visible}.pair,.figures{grid-template-columns:1fr 1fr}.chart text,.chart .tick{font-size:14px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
