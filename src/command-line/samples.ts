import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../server/make-folder.ts';
import { readArguments } from './arguments.ts';
import { loadDemo } from './load-demo.ts';
import { namedReports } from './named-reports.ts';
import { contentOf, reportFormats } from './report.ts';
import { answer } from './say.ts';
import { withNewEndpoint } from './with-endpoint.ts';

/** `gotovo samples [--out dist/samples]`: every report in every format for every school of the invented municipality, for itself and for its region, from a store made for it; prints the files. */
export async function samples(args: string[]): Promise<void> {
  const { flags } = readArguments('samples', args, { out: { type: 'string' } });
  const out = flags.out ?? join('dist', 'samples');
  const store = mkdtempSync(join(tmpdir(), 'gotovo-samples-'));
  try {
    await withNewEndpoint(store, async (endpoint) => {
      const { campaigns } = await loadDemo(endpoint);
      const places = [...(await endpoint.places()).byId.values()];
      for (const { id, kind } of places)
        for (const { name, of, form } of namedReports)
          if (form !== undefined && of.includes(kind)) {
            makeFolder(join(out, id));
            for (const format of reportFormats) {
              const file = join(out, id, `${name}.${format}`);
              writeFileSync(
                file,
                await contentOf(endpoint, { name, placeId: id, campaignId: campaigns.get(form) ?? '', format }),
              );
              answer(file);
            }
          }
    });
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
}
