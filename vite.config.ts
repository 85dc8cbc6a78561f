import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { formParts } from './scripts/form-parts.ts';

const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/app/${file}`))
    .digest('base64')}`;

// main.tsx itself and the build's preload helper included: in another chunk, that one would be awaited before the paint
const frameParts =
  /vite\/preload-helper|rolldown\/runtime|node_modules\/(preact|@preact)|src\/(ui\/|texts\/(frame|program|plural)\.ts|app\/(main|crash|unfinished|frame\/(opening|section-tabs))\.tsx)/;
const laterParts =
  /node_modules\/(zod|workbox-window)|src\/(core\/(sync|access|envelope)\/|app\/(home|history\/change-list|enrolment\/.*|lock\/lock-screen|screens\/(sending|safety|criterion\/laws).*|sync\/(create-sync|take-receipt)|fields\/file-button|store\/(copy-file|admit-judgements))\.tsx?|texts\/(sending|stick|refusals))/;

// what only an officer's device asks for
const officeParts =
  /src\/app\/(office|school-files|screens\/(office-\w+|school-files))\/|texts\/(office|school-files|review|site-checks|paper-entry|answers-file)/;

export default defineConfig({
  plugins: [
    formParts(),
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
  // the same library written for browsers with classes and modules: 1.5 KB less, and no wrapper
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    outDir: 'dist/app',
    target: ['chrome109', 'firefox115'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // few requests on a slow line: what paints, what fills and saves; screens come by themselves
        codeSplitting: {
          // a group brings everything its files need and no group before it has
          groups: [
            { name: 'frame', test: frameParts, priority: 5 },
            { name: 'program', test: /src\/app\/start-program\.tsx/, priority: 4 },
            { name: 'later', test: laterParts, priority: 3 },
            { name: 'office', test: officeParts, priority: 2 },
            { name: 'results', test: /src\/app\/screens\/(verdict|print)\//, priority: 2 },
            { name: 'tables', test: /src\/app\/screens\/(passport|tables)\//, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
