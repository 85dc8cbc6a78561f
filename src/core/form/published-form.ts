import { canonicalJson, type Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { normalizeValue } from '../submission/create-revision.ts';
import type { Registers } from '../submission/registers.ts';
import { hashText, type Sha256 } from '../submission/revision.ts';
import type { Form } from './form.ts';
import { formNameOf, formPrefix as prefix } from './form-name.ts';
import { parseForm } from './parse-form.ts';

/** What a list of published forms tells of one. `hash`: of its whole content. */
export type PublishedForm = { id: string; version: number; title: string; hash: string };

/** What a revision keeps of a form: the hash is of that, or it would never be met again. */
const asKept = (form: Form): Form => normalizeValue(form as unknown as Json) as unknown as Form;

/** FP1: the hash a published form is known by. */
export const formHashOf = (form: Form, sha256: Sha256): string => hashOf(asKept(form) as unknown as Json, sha256);

const hashOf = (value: Json, sha256: Sha256): string => hashText(canonicalJson(value), sha256);

type Entry = { path: string; value: Json };

/**
 * FP1: the registers of a form in the public history of whoever publishes it: each criterion one, and a head that names them with
 * their hashes. The hash of the whole stands in every path, so that two forms that call themselves the same are two, and none ever
 * changes.
 */
export function formEntriesOf(published: Form, sha256: Sha256): readonly Entry[] {
  const form = asKept(published);
  const path = `${prefix}${formNameOf(form)}:${formHashOf(form, sha256)}`;
  const criteria = form.criteria.map((criterion) => ({ id: criterion.id, value: criterion as unknown as Json }));
  const head = { ...form, criteria: criteria.map(({ id, value }) => [id, hashOf(value, sha256)]) };
  return [
    ...criteria.map(({ id, value }) => ({ path: `${path}#${id}`, value })),
    { path, value: head as unknown as Json },
  ];
}

/** FP2: of the registers of a form those that do not stand there yet: what does is never written again, though it stand there twice. */
export const missingEntries = (entries: readonly Entry[], registers: Registers): readonly Entry[] =>
  entries.filter(({ path, value }) => {
    const text = canonicalJson(value);
    return !(registers.get(path) ?? []).some((head) => canonicalJson(head.value) === text);
  });

/** The forms in these public histories, nearest first, each once, newer versions of one before older ones. */
export function publishedFormsOf(publicRegisters: readonly Registers[]): readonly PublishedForm[] {
  const found = new Map<string, PublishedForm>();
  for (const registers of publicRegisters)
    for (const [path, heads] of registers) {
      const [, hash] = /^-\/form:[^:#]+@\d+:([\w-]{43})$/.exec(path) ?? [];
      const { id, version, title } = propertiesOf(heads[0]?.value ?? null);
      if (hash === undefined || found.has(hash)) continue;
      if (typeof id === 'string' && typeof version === 'number' && typeof title === 'string')
        found.set(hash, { id, version, title, hash });
    }
  return [...found.values()].sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
}

/** `form` null: nothing of that name has come, not all of it, or this program cannot read it. */
export type ReadPublishedForm = (publicRegisters: readonly Registers[], name: string, hash?: string) => Form | null;

/**
 * FP3: reads a published form back: by its hash where one is asked for, else the first of that name. It counts only whole, and only
 * when its content has the hash of its path. What was read is remembered, for it never changes.
 */
export function createFormReader(sha256: Sha256): ReadPublishedForm {
  const read = new Map<string, Form>();
  return (publicRegisters, name, hash) => {
    for (const registers of publicRegisters)
      for (const path of pathsOf(registers, name, hash)) {
        const form = read.get(path) ?? formAt(registers, path, sha256);
        if (!form) continue;
        read.set(path, form);
        return form;
      }
    return null;
  };
}

function pathsOf(registers: Registers, name: string, hash: string | undefined): readonly string[] {
  const beginning = `${prefix}${name}:`;
  if (hash !== undefined) return registers.has(beginning + hash) ? [beginning + hash] : [];
  return [...registers.keys()].filter((path) => path.startsWith(beginning) && !path.includes('#')).sort();
}

/** Of whatever stands in a register only what has the right hash is looked at: another device's slip or malice hides nothing. */
function formAt(registers: Registers, path: string, sha256: Sha256): Form | null {
  for (const { value } of registers.get(path) ?? []) {
    const head = propertiesOf(value);
    const named = Array.isArray(head.criteria) ? head.criteria.map((one) => (Array.isArray(one) ? one : [])) : [];
    const criteria = named.map(([id, hash]) => {
      const heads = registers.get(`${path}#${String(id)}`) ?? [];
      return heads.find((one) => hashOf(one.value, sha256) === hash)?.value ?? null;
    });
    if (criteria.includes(null)) continue;
    const parsed = parseForm({ ...head, criteria });
    if (parsed.ok && path.endsWith(`:${formHashOf(parsed.value, sha256)}`)) return parsed.value;
  }
  return null;
}
