import type { Form } from '../form/form.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Place } from '../places/place.ts';
import { assess } from '../scoring/assess.ts';
import { propertiesOf } from '../submission/answer.ts';
import { factsOf } from '../submission/facts.ts';
import { type Registers, valuesOf } from '../submission/registers.ts';
import { statusPathOf } from '../submission/status.ts';
import { countedValue } from './counted-value.ts';
import type { FileCampaign } from './file-campaign.ts';
import type { FormBlock } from './form-block.ts';
import { withoutEmpty } from './parse-with.ts';
import { readBlocks } from './read-school.ts';
import { Reading } from './reading.ts';
import { type FileBlocks, toBlocks } from './to-blocks.ts';

/** A school as `schools[n]` of the file. `conflicts` and `notTaken` are told to people; import passes over both. */
type ExportedSchool = FileBlocks & {
  place: { id: string; name: string; shortName: string; address: string; parent: string | null };
  /** registers with several different answers: those that do not count, first line first */
  conflicts?: { register: string; values: readonly Json[] }[];
  /** values kept as typed that import would refuse, and registers the format has no place for */
  notTaken?: { register: string; value: Json }[];
};

/** AF12: the file of one campaign for these places, readable back: importing it gives the same values register by register. */
export function exportAnswersFile(
  form: Form,
  campaign: FileCampaign,
  schools: readonly { place: Place; registers: Registers }[],
  others: readonly FormBlock[] = [],
) {
  return {
    format: 'gotovo-answers/1' as const,
    campaign,
    schools: schools.map(({ place, registers }) => exportSchool(form, campaign, place, registers, others)),
  };
}

function exportSchool(
  form: Form,
  campaign: FileCampaign,
  place: Place,
  registers: Registers,
  others: readonly FormBlock[],
): ExportedSchool {
  const facts = factsOf(registers, campaign.id, form.id);
  const statuses = valuesOf(registers.get(statusPathOf(campaign.id)), canonicalJson);
  const isClash = [...facts.values()].some((all) => all.length > 1);
  const lines = isClash ? assess(form, facts, campaign).criteria.flatMap((criterion) => criterion.lines) : [];
  const values = new Map<string, Json>();
  const conflicts: { register: string; values: Json[] }[] = [];
  for (const [register, all] of [...[...facts].sort(byKey), ['status', statuses] as const]) {
    const counted = countedValue(register, all, lines);
    if (counted !== null) values.set(register, counted);
    if (all.length > 1) conflicts.push({ register, values: all.filter((value) => value !== counted) });
  }
  const { blocks, notTaken } = takable(form, campaign, values);
  const written = others
    .filter(({ id, version }) => campaign.forms.includes(`${id}@${version}`))
    .flatMap((one) => {
      const part = one.write(registers, campaign.id);
      return part ? [{ ...part, id: one.id }] : [];
    });
  conflicts.push(
    ...written.flatMap((one) => one.conflicts.map((conflict) => ({ ...conflict, values: [...conflict.values] }))),
  );
  notTaken.push(...written.flatMap((one) => one.notTaken));
  const { id, name, shortName, address, parent } = place;
  return {
    place: { id, name, shortName, address, parent },
    ...blocks,
    ...Object.fromEntries(written.map(({ id: name, block }) => [name, block])),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    ...(notTaken.length > 0 ? { notTaken } : {}),
  };
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/**
 * AF12: the blocks as import reads them without a problem. What it would refuse (input kept as typed, SC2) is moved out, a
 * single column of a row by itself; whatever import would not give back as stored is told apart.
 */
function takable(form: Form, campaign: FileCampaign, stored: ReadonlyMap<string, Json>) {
  const values = new Map(stored);
  for (;;) {
    const { blocks, keyByPath } = toBlocks(values, form);
    const reading = new Reading(form, campaign, new Map());
    readBlocks(reading, blocks, '');
    const [problem] = reading.problems;
    if (problem) moveOut(values, problem.path, keyByPath);
    else return { blocks, notTaken: [...stored].filter((one) => !isGivenBack(one, reading)).map(toNotTaken) };
  }
}

const toNotTaken = ([register, value]: readonly [string, Json]) => ({ register, value });

/** Null and blank columns aside; a status is given back by its state alone, and nothing need not be. */
function isGivenBack([key, value]: readonly [string, Json], { values }: Reading): boolean {
  const read = values.get(key);
  if (read === undefined) return ['""', '{}'].includes(canonicalJson(value));
  return key === 'status' || canonicalJson(withoutEmpty(value) as Json) === canonicalJson(read);
}

/** Takes one refused value out: the column the path names, or the whole register. */
function moveOut(values: Map<string, Json>, path: string, keyByPath: ReadonlyMap<string, string>): void {
  const written = [...keyByPath.keys()];
  const owner = written.find((one) => isPartOf(path, one)) ?? written.find((one) => isPartOf(one, path));
  const key = keyByPath.get(owner ?? '');
  if (owner === undefined || key === undefined) throw new Error(`nothing was written at ${path}`);
  const [, column = ''] = /^\.(\w+)/.exec(path.slice(owner.length)) ?? [];
  const { [column]: refused, ...rest } = propertiesOf(values.get(key) ?? null);
  if (refused === undefined || Object.keys(rest).length === 0) values.delete(key);
  else values.set(key, rest);
}

/** Whether a path is another one or leads into it. */
const isPartOf = (path: string, whole: string): boolean =>
  path.startsWith(whole) && (path === whole || /^[.[]/.test(path.slice(whole.length)));
