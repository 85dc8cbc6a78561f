import type { ColumnForm } from '../form/column-form.ts';
import type { System } from './systems.ts';

/** SD1, SD2: a form of columns with the dictionary's words where a system is named, switched off ones too. */
export const formWithSystems = (form: ColumnForm, systems: readonly System[]): ColumnForm => ({
  ...form,
  columns: form.columns.map((column) =>
    column.kind === 'system'
      ? { ...column, options: Object.fromEntries(systems.map(({ id, title }) => [id, title])) }
      : column,
  ),
});

/** What a system is called in such a form; an id the dictionary does not have stands as it is. */
export const systemNameIn = ({ columns }: ColumnForm, id: string): string =>
  columns.find(({ kind }) => kind === 'system')?.options?.[id] ?? id;
