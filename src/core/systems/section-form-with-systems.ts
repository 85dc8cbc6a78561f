import type { FieldItem, SectionField, SectionForm } from '../form/section-form.ts';
import { ownSystemId, type System } from './systems.ts';

/** Which system of the dictionary an item of the report of a project site is. */
const systemIds: ReadonlyMap<string, string> = new Map([
  ['school-passport', 'schoolPassport'],
  ['school-client', 'schoolClient'],
  ['contingent', 'contingentRegion'],
  ['enrolment', 'admission'],
]);

/** Whether the items of a field are systems around the grade book (P1.3). */
export const namesSystems = ({ items = [] }: SectionField): boolean => items.some(({ id }) => systemIds.has(id));

/** The items of a field and, where they are systems, those of these ids a region has added; «другое» stays the last. */
export function itemsWith(field: SectionField, ids: readonly string[]): readonly FieldItem[] {
  const { items = [] } = field;
  if (!namesSystems(field)) return items;
  const own = ids.filter((id) => ownSystemId.test(id)).map((id): FieldItem => ({ id, title: id }));
  return [...items.filter(({ withText }) => !withText), ...own, ...items.filter(({ withText }) => withText)];
}

/**
 * DW4: a form of sections with the dictionary's words where it asks which systems surround the grade book, a region's own among
 * them. One that is switched off stays where `isKept` says that somebody has ticked it.
 */
export function sectionFormWithSystems(
  form: SectionForm,
  systems: readonly System[],
  isKept: (itemId: string) => boolean,
): SectionForm {
  const surrounding = systems.filter(({ kind }) => kind === 'surrounding');
  const ids = surrounding.map(({ id }) => id);
  const shownItems = (field: SectionField): FieldItem[] =>
    itemsWith(field, ids).flatMap((item) => {
      const system = surrounding.find(({ id }) => id === (systemIds.get(item.id) ?? item.id));
      if (!system) return [item];
      return system.used || isKept(item.id) ? [{ ...item, title: system.title }] : [];
    });
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (namesSystems(field) ? { ...field, items: shownItems(field) } : field)),
    })),
  };
}
