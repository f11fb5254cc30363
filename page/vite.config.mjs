import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { licences } from './licences.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-kr/package.json'));

/** The font comes with the page: a Raspberry Pi OS Lite has none for Korean. */
const withFonts = () => ({
  name: 'fonts',
  closeBundle() {
    const target = join(here, 'resources', 'fonts');
    mkdirSync(target, { recursive: true });
    cpSync(join(fonts, 'files'), target, { recursive: true, filter: (file) => !file.includes('-italic') });
    cpSync(join(fonts, 'LICENSE'), join(target, 'LICENSE'));
  },
});

/** The dashboard looks for a widget below the name of its node, and both are in one file, which has one name. */
const SECOND_NAME = "globalThis['ui-pron-class'] = globalThis['ui-pron-practice'];";

/** The libraries of vendor/ are read from the disk, which a browser does not have. */
const inBrowser = () => ({
  name: 'vendored-in-browser',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/base/vendored') ? join(here, 'src', 'lists', 'vendored-in-browser.ts') : null),
});

/** The dashboard loads a widget as one UMD file and gives it its own Vue. */
export default defineConfig({
  root: here,
  plugins: [inBrowser(), vue(), withFonts(), licences()],
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(here, 'resources'),
    emptyOutDir: true,
    target: 'es2020',
    lib: { entry: join(here, 'src', 'index.ts'), name: 'ui-pron-practice', formats: ['umd'], fileName: (format) => `ui-pron-practice.${format}.js` },
    rollupOptions: { external: ['vue', 'vuex'], output: { globals: { vue: 'Vue', vuex: 'vuex' }, exports: 'named', footer: SECOND_NAME } },
  },
});
