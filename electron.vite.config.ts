/** Builds `out/`: main and library process (ES modules), preloads (CommonJS: they are sandboxed), two pages. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const project = import.meta.dirname;
const source = (path: string): string => resolve(project, 'src', path);

/** What the oldest Electron the program is tried with understands (33: Node 20.18, Chromium 130). */
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

/** Has a compiled part, so it stays a package; everything else is bundled. */
const EXTERNAL = ['better-sqlite3'];

/** What pdf.js looks up while it reads a file. No wasm: its JavaScript decoders stand in (useWasm: false). */
const PDFJS_FOLDERS = ['standard_fonts', 'cmaps', 'iccs'];
const PDFJS_DECODERS = ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js'];

function copyPdfjsData(): Plugin {
  return {
    name: 'kartoteka:copy-pdfjs-data',
    apply: 'build',
    closeBundle() {
      const from = join(project, 'node_modules/pdfjs-dist');
      const to = join(project, 'out/renderer/pdfjs');
      for (const folder of PDFJS_FOLDERS) {
        cpSync(join(from, folder), join(to, folder), { recursive: true });
      }
      for (const file of PDFJS_DECODERS) cpSync(join(from, 'wasm', file), join(to, 'wasm', file));
    },
  };
}

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          'library-process': source('main/library-process/entry.ts'),
        },
        external: EXTERNAL,
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { index: source('preload/index.ts'), extractor: source('preload/extractor.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), copyPdfjsData()],
    worker: { format: 'es' },
    build: {
      target: CHROMIUM_TARGET,
      minify: true,
      // An inlined asset would be a `data:` URL, which the content security policy refuses.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: source('renderer/index.html'),
          session: source('renderer/session.html'),
          extractor: source('renderer/extractor/extractor.html'),
          drawing: source('renderer/drawing/drawing.html'),
        },
      },
    },
  },
});
