import { vendored } from '../../base/vendored';

interface QrCode {
  create(text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' }): { readonly modules: { readonly size: number; get(row: number, column: number): number } };
}

/** Modules of light around the code, which cameras need (ISO/IEC 18004). */
const MARGIN = 4;
/** Black on white whatever the terminal's colours are. */
const COLOURS = '\u001b[30;107m';
const NO_COLOURS = '\u001b[0m';

/** A QR code for a terminal, in lines: each character is two modules, one above the other. */
export function qrCode(text: string): string {
  const { modules } = (vendored('qrcode') as QrCode).create(text, { errorCorrectionLevel: 'L' });
  const end = modules.size + MARGIN;
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules.size && column < modules.size && modules.get(row, column) === 1;
  const lines: string[] = [];
  for (let row = -MARGIN; row < end; row += 2) {
    let line = '';
    for (let column = -MARGIN; column < end; column++) {
      const [above, below] = [isDark(row, column), isDark(row + 1, column)];
      line += above ? (below ? '█' : '▀') : below ? '▄' : ' ';
    }
    lines.push(COLOURS + line + NO_COLOURS);
  }
  return lines.join('\n');
}
