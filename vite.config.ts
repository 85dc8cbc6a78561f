import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/app/${file}`))
    .digest('base64')}`;

// main.tsx itself and the build's preload helper included: in another chunk, that one would be awaited before the paint
const frameParts =
  /vite\/preload-helper|rolldown\/runtime|node_modules\/(preact|@preact)|src\/(ui\/|texts\/(frame|program|plural)\.ts|app\/(main|crash|unfinished|frame\/(opening|section-tabs))\.tsx)/;
const programParts =
  /node_modules\/(dexie|zod|idb-keyval|@noble)|src\/(core\/|answer-kinds\/|forms\/(forms|readiness)|texts\/(answers|numbers|overview|sending|print)\.ts|app\/((store|sync|enrolment|search|frame|screens\/(overview|first-start))\/|(?!main)[\w-]+\.tsx?$))/;

export default defineConfig({
  plugins: [
    preact({ prefreshEnabled: true }),
    VitePWA({
      strategies: 'injectManifest',
      registerType: 'prompt',
      injectRegister: null,
      manifest: false,
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      outDir: 'dist/app',
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        // a filter page instead of a file must fail the install, not be stored (W3)
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(entry.url) })),
            warnings: [],
          }),
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist/app',
    target: ['chrome109', 'firefox115'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // few requests on a slow line: what paints, what fills and saves; screens come by themselves
        codeSplitting: {
          groups: [
            { name: 'frame', test: frameParts, priority: 2 },
            { name: 'program', test: programParts, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
