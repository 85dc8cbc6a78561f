import { importEnvelope } from '../../../src/server/import-envelope.ts';
import { verifyStore } from '../../../src/server/store/verify-store.ts';
import { envelopeTexts } from '../../../src/texts/envelope.ts';
import { Random } from '../../simulation/random.ts';
import { aCorruptedFile, aSoundFile } from '../../support/corrupted-files.ts';
import { anEnrolled, startEndpoint } from '../../support/endpoint.ts';
import type { SoakPart } from '../soak-part.ts';

/** Envelopes cut, altered, doubled or forged; a file an attempt. */
export const corruptedFiles: SoakPart = {
  name: 'corrupted-files',
  title: 'corrupted envelopes: nothing taken of any, each with a reason in words',
  goal: 20_000,
  mustSee: ['broken', 'not-an-envelope', 'signature-wrong'],
  open: async () => {
    const running = await startEndpoint();
    const device = await anEnrolled(running, 's1', 'school');
    const file = await aSoundFile(device);
    const held = async () => JSON.stringify(await verifyStore(running.engine.read));
    const before = await held();
    return {
      attempt: async (seed) => {
        const bytes = await aCorruptedFile(seed, device, file, new Random(seed));
        const outcome = await importEnvelope(running.endpoint, bytes);
        const after = await held();
        const lost = after === before ? [] : [`something was taken: ${after}`];
        if (outcome.ok) return { kept: 0, lost: [...lost, 'the file was taken'], seen: [] };
        const { problem } = outcome;
        const why = problem.code === 'quarantined' ? problem.why : problem.code;
        const words =
          problem.code === 'quarantined'
            ? envelopeTexts.doubt(problem.why)
            : problem.code === 'foreign-history'
              ? ''
              : envelopeTexts.problems[problem.code];
        if (!/[а-я]/.test(words)) lost.push(`no reason in words: ${why}`);
        return { kept: lost.length === 0 ? 1 : 0, lost, seen: [why] };
      },
      close: () => running.stop(),
    };
  },
};
