import type { AcceptProblem } from '../server/decide-quarantine.ts';
import type { Endpoint } from '../server/endpoint.ts';
import type { ImportedEnvelope } from '../server/import-envelope.ts';
import { packText } from '../server/packed-text.ts';
import { commandTexts } from '../texts/command-line.ts';
import { envelopeTexts } from '../texts/envelope.ts';
import { answer, printable, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

export type TellFlags = { receipt?: string | undefined; json?: boolean | undefined };

/** Says what was taken of a file and what was not, and writes the receipt; exit code 1 when something was not. */
export async function tellImported(endpoint: Endpoint, imported: ImportedEnvelope, flags: TellFlags): Promise<void> {
  const { envelope, device, enrolled, taken, receipt } = imported;
  const { byId } = await endpoint.places();
  const nameOf = (history: string) => byId.get(history.split(':')[0] ?? '')?.shortName ?? history;
  const refused = taken.flatMap((one) => one.refused);
  say(printable(envelopeTexts.from(envelope.by.label)));
  if (enrolled && device) say(printable(envelopeTexts.enrolled(device.label, nameOf(device.place))));
  for (const { history, accepted, ...counts } of taken)
    say(envelopeTexts.taken(nameOf(history), counts.new, accepted.length - counts.new));
  const contacts = taken.reduce((sum, one) => sum + one.privates.kept.length, 0);
  if (envelope.privates) say(envelopeTexts.contacts(contacts, envelope.privates.length));
  for (const why of new Set(refused.map((one) => one.why)))
    say(envelopeTexts.refused(refused.filter((one) => one.why === why).length, why));
  if (refused.length > 0) process.exitCode = 1;
  if (flags.json) answer(JSON.stringify(factsOf(imported), null, 2));
  if (flags.receipt) {
    writeWhole(flags.receipt, packText(receipt));
    say(envelopeTexts.receiptWritten(flags.receipt));
  }
}

const factsOf = ({ envelope, device, enrolled, taken }: ImportedEnvelope) => ({
  taken: true,
  envelope: envelope.hash,
  device: device?.id ?? null,
  enrolled,
  histories: taken.map(({ history, accepted, refused, seq, chain, ...counts }) => ({
    history,
    new: counts.new,
    known: accepted.length - counts.new,
    refused,
    seq,
    chain,
  })),
});

/** Says why nothing was taken of a file, and what to do next. Names that are not there end with 2, everything else with 1. */
export function tellRefused(problem: AcceptProblem, { json = false }: TellFlags): never {
  if (json) answer(JSON.stringify({ taken: false, problem }, null, 2));
  if (problem.code === 'not-quarantined') throw new UsageError(envelopeTexts.notQuarantined(problem.id));
  if (problem.code === 'unknown-place') throw new UsageError(commandTexts.unknownPlace(problem.place));
  throw new Error(printable(wordsOf(problem)));
}

type FileProblem = Exclude<AcceptProblem, { code: 'not-quarantined' } | { code: 'unknown-place' }>;

function wordsOf(problem: FileProblem): string {
  switch (problem.code) {
    case 'quarantined':
      return envelopeTexts.quarantined(problem.why, problem.id, problem.local);
    case 'foreign-history':
      return envelopeTexts.foreign(problem.history);
    case 'place-needed':
      return envelopeTexts.placeNeeded;
    case 'not-a-school':
      return envelopeTexts.notASchool(problem.place);
    default:
      return envelopeTexts.problems[problem.code];
  }
}
