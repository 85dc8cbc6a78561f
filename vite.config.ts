import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { formParts } from './scripts/form-parts.ts';
import { splitForOfficers } from './scripts/split-for-officers.ts';

const { plugin: officerSplit, isSchools, isOfficers } = splitForOfficers();
/** What a school reaches of these; the rest of them goes with the officer's files. */
const ofSchools = (parts: RegExp) => (id: string) => parts.test(id) && isSchools(id);

const integrityOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`dist/app/${file}`))
    .digest('base64')}`;

/** what only a school sees that the municipality has answered, or that had a campaign before */
const municipalityParts =
  /src\/(app\/municipality\/(?!talk|previous)|core\/(form\/(overlay|campaign-form|published-form|parse-form|form-schema)\.|verification\/(carry-over|tasks))|texts\/municipality)/;

// main.tsx itself and the build's preload helper included: in another chunk, that one would be awaited before the paint
const frameParts =
  /vite\/preload-helper|rolldown\/runtime|node_modules\/(preact|@preact)|src\/(ui\/|texts\/(frame|program|plural)\.ts|app\/(main|crash|unfinished|frame\/(opening|section-tabs))\.tsx)/;
const laterParts =
  /node_modules\/(zod|workbox-window)|src\/(core\/(sync|access|envelope)\/|app\/(home|history\/change-list|enrolment\/.*|lock\/lock-screen|screens\/(sending|safety|criterion\/laws).*|sync\/(create-sync|take-receipt)|fields\/file-button|store\/(copy-file|admit-judgements))\.tsx?|texts\/(sending|stick|refusals))/;

/** the region's form, which only some campaigns collect */
const monitoringParts =
  /src\/(app\/(monitoring|screens\/monitoring)\/|app\/private-values\/(private-|read-|ask-)|app\/screens\/overview\/monitoring-line|core\/monitoring\/|core\/monitoring-table\/(match-places|sheet-cells)|forms\/monitoring\/|texts\/monitoring-screen)/;
/** the report of a project site, which only some campaigns collect */
const siteReportParts =
  /src\/(app\/(site-report|screens\/site-report)\/|app\/screens\/overview\/site-report-line|core\/site-report\/|forms\/site-report\/|core\/form\/section-form\.|texts\/site-report\.)/;

export default defineConfig({
  plugins: [
    formParts(),
    preact({ prefreshEnabled: true }),
    officerSplit,
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
        // a filter page instead of a file must fail the install, not be stored (W3); officers' files are stored on asking (W11)
        manifestTransforms: [
          (entries) => ({
            manifest: entries.map((entry) => ({
              ...entry,
              integrity: integrityOf(entry.url),
              ...(isOfficers(entry.url) && { officer: true }),
            })),
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
            { name: 'later', test: ofSchools(laterParts), priority: 3 },
            { name: 'municipality', test: ofSchools(municipalityParts), priority: 2 },
            { name: 'results', test: ofSchools(/src\/app\/screens\/(verdict|print)\//), priority: 2 },
            {
              name: 'tables',
              test: ofSchools(/src\/(app\/screens\/(passport|tables|requests)\/|core\/requests\/|texts\/requests\.)/),
              priority: 2,
            },
            { name: 'monitoring', test: ofSchools(monitoringParts), priority: 2 },
            { name: 'site-report', test: ofSchools(siteReportParts), priority: 2 },
            // whatever else a school has, so that no officer's file brings it
            { name: 'rest', test: (id) => isSchools(id) && !id.includes('virtual:form/'), priority: 1 },
            { name: 'office', test: /src\/app\/(office|school-files|screens)\//, priority: 0 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
});
