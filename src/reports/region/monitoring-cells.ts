import type { ColumnForm, FormColumn } from '../../core/form/column-form.ts';
import type { Json } from '../../core/json.ts';
import { listBeside, noneTookPart } from '../../core/monitoring/column-rows.ts';
import type { MergedRow } from '../../core/monitoring/merge-rows.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { systemNameIn } from '../../core/systems/form-with-systems.ts';
import { monitoringTexts } from '../../texts/monitoring.ts';
import { monitoringTableTexts as texts } from '../../texts/region.ts';
import type { Cell } from '../report-document.ts';

export const wholeFigure = (number: number): Cell => ({ number, digits: 0 });

/** RG7: what stands in a cell: figures as numbers, choices and systems in words, of what is private whether it was given. */
export function valueCell(column: FormColumn, value: Json, found: Json): Cell {
  if (value === null) return '';
  switch (column.kind) {
    case 'count':
      return typeof value === 'number' ? wholeFigure(value) : '';
    case 'choice':
      return column.options?.[String(value)] ?? String(value);
    case 'system':
      return column.options?.[String(value)] ?? String(value);
    case 'person':
    case 'contact':
      return personWords(column.kind, column.fields ?? [], value, found);
    case 'rows':
      return value === noneTookPart ? monitoringTexts.noneTookPart : eventsWords(value);
    default:
      return String(value);
  }
}

/** RG8: the value itself where it is at hand, else only that there is one. */
const personWords = (kind: 'person' | 'contact', fields: readonly string[], value: Json, found: Json): string =>
  contactWords(fields, found ?? value) || texts.given[kind];

/** A contact of staff in one line, part by part; empty: it has none of these parts. */
export function contactWords(fields: readonly string[], contact: Json): string {
  const known = propertiesOf(contact);
  return fields.flatMap((name) => (typeof known[name] === 'string' ? [known[name]] : [])).join(', ');
}

function eventsWords(value: Json): string {
  const events = Array.isArray(value) ? value : [];
  return events
    .map((event) => {
      const { title, pupils, teachers } = propertiesOf(event as Json);
      const people = [
        ...(typeof pupils === 'number' ? [texts.pupils(pupils)] : []),
        ...(typeof teachers === 'number' ? [texts.teachers(teachers)] : []),
      ];
      return texts.event(typeof title === 'string' ? title : '', people);
    })
    .join('\n');
}

/** RG9: column 25: the school's own words, each branch's after its name, the program's own about another system, and the other modules. */
export function notesWords(form: ColumnForm, { row, notes }: MergedRow): string {
  const said = notes.map((note) => {
    const words = 'system' in note ? monitoringTexts.systemNote(systemNameIn(form, note.system)) : note.text;
    return note.branch === null ? words : texts.ofBranch(note.branch, words);
  });
  const modules = row.get(listBeside('14'));
  return [...said, ...(Array.isArray(modules) ? [modulesWords(modules as Json[])] : [])].join('\n');
}

const modulesWords = (modules: readonly Json[]): string =>
  texts.modules(
    modules
      .map((one) => {
        const { name, vendor, classes } = propertiesOf(one);
        const words = [name, vendor].filter((part): part is string => typeof part === 'string');
        return texts.module([...words, ...(typeof classes === 'number' ? [texts.classes(classes)] : [])]);
      })
      .join('; '),
  );
