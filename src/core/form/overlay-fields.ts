import type { Form, Indicator } from './form.ts';
import type { Overlay } from './overlay.ts';

/** One thing an overlay may change. `own`: as the form has it; shares and percents as percents, a day of the year as DD.MM. */
export type OverlayField = {
  /** `weights/K1`, `texts/K1-01/finding`, `steps/K4-01/0/1`, … */
  key: string;
  kind: 'number' | 'percent' | 'day' | 'text' | 'switch';
  own: string;
};

/** What is typed into fields of an overlay, by key; as typed, a field nobody touched is missing. */
export type OverlayTexts = Readonly<Record<string, string>>;

export type OverlayTextProblem = { key: string; code: 'no-number' | 'no-day' };

const texts = ['finding', 'findingOther', 'recommendation'] as const;
const levels = ['ready', 'readyCriterion', 'readyWithRemarks', 'partlyReady'] as const;
const fills = ['target', 'low', 'fall'] as const;

/** Everything an overlay of this form may change, in the order of the form. */
export function overlayFields(form: Form): readonly OverlayField[] {
  return [
    ...levels.map((name) => number(`levels/${name}`, levelsOf(form)[name])),
    ...form.criteria.flatMap(({ id, weight, indicators }) => [
      number(`weights/${id}`, weight),
      ...indicators.flatMap(indicatorFields),
    ]),
    ...fills.map((name) => number(`journalFill/${name}`, form.journalFill[name])),
    { key: 'deadlines/yearClosing', kind: 'day', own: form.yearClosing.due.split('-').reverse().join('.') },
    ...form.site.checks.map(({ id }): OverlayField => ({ key: `off/${id}`, kind: 'switch', own: '' })),
  ];
}

/** What may be changed of one indicator. */
export function indicatorFields(indicator: Indicator): OverlayField[] {
  const { id, points, kind, target, steps = [] } = indicator;
  return [
    number(`points/${id}`, points),
    ...(kind === 'ratio' ? [percent(`targets/${id}`, target ?? 1)] : []),
    ...steps.flatMap(([least, share], at) => [
      number(`steps/${id}/${at}/0`, least),
      percent(`steps/${id}/${at}/1`, share),
    ]),
    ...texts.flatMap((name): OverlayField[] => {
      const own = indicator[name];
      return own === undefined ? [] : [{ key: `texts/${id}/${name}`, kind: 'text', own }];
    }),
  ];
}

const levelsOf = ({ levels: { ready, readyWithRemarks, partlyReady } }: Form) => ({
  ready: ready.total,
  readyCriterion: ready.criterion,
  readyWithRemarks: readyWithRemarks.total,
  partlyReady: partlyReady.total,
});

const number = (key: string, own: number): OverlayField => ({ key, kind: 'number', own: figureText(own) });
const percent = (key: string, own: number): OverlayField => ({ key, kind: 'percent', own: figureText(own * 100) });
const figureText = (figure: number): string => String(Number(figure.toFixed(4))).replace('.', ',');

/** Whether a field says something else than the form. */
export const isChanged = (field: OverlayField, typed: OverlayTexts): boolean =>
  typed[field.key] !== undefined && typed[field.key]?.trim() !== field.own;

/** CN5: what an overlay changes, each field once, in the order of the form: nothing else is stored or published. */
export const overlayChanges = (form: Form, typed: OverlayTexts): OverlayField[] =>
  overlayFields(form).filter((field) => isChanged(field, typed));

type Mutable = { [key: string]: Mutable | string | number | (string | number | number[])[] };

/** CN5: the overlay that was typed; null: nothing is changed. What cannot be read comes as a problem and is left out. */
export function overlayFromTexts(
  form: Form,
  typed: OverlayTexts,
): { overlay: Overlay | null; problems: OverlayTextProblem[] } {
  const problems: OverlayTextProblem[] = [];
  const overlay: Mutable = {};
  for (const field of overlayChanges(form, typed)) {
    const value = readTyped(field, typed[field.key]?.trim() ?? '');
    if (value === null) problems.push({ key: field.key, code: field.kind === 'day' ? 'no-day' : 'no-number' });
    else put(overlay, field.key.split('/'), value, form);
  }
  return { overlay: Object.keys(overlay).length > 0 ? (overlay as Overlay) : null, problems };
}

function readTyped({ kind }: OverlayField, text: string): string | number | null {
  if (kind === 'text' || kind === 'switch') return text;
  if (kind === 'day') {
    const parts = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
    return parts ? `${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : null;
  }
  const figure = /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  return figure !== null && kind === 'percent' ? figure / 100 : figure;
}

/** Puts one value where its key says; of steps the whole list, for it is changed as one. */
function put(overlay: Mutable, [group = '', id = '', row, cell]: string[], value: string | number, form: Form): void {
  if (group === 'off') {
    const off = (overlay.off ?? []) as string[];
    overlay.off = [...off, id];
    return;
  }
  const part = (overlay[group] ?? {}) as Mutable;
  overlay[group] = part;
  if (group === 'steps') {
    const steps = (part[id] ?? stepsOf(form, id)) as number[][];
    part[id] = steps.map((step, at) =>
      at === Number(row) ? step.map((one, of) => (of === Number(cell) ? Number(value) : one)) : step,
    );
  } else if (group === 'texts') part[id] = { ...((part[id] ?? {}) as Mutable), [row ?? '']: value };
  else part[id] = value;
}

const stepsOf = (form: Form, id: string): number[][] =>
  (form.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.steps ?? []).map((step) => [
    ...step,
  ]);

/** A published overlay as it would be typed. */
export function textsOfOverlay(form: Form, overlay: Overlay | null): OverlayTexts {
  if (overlay === null) return {};
  const typed: Record<string, string> = {};
  for (const field of overlayFields(form)) {
    const value = valueAt(overlay, field.key.split('/'));
    if (typeof value === 'number') typed[field.key] = figureText(field.kind === 'percent' ? value * 100 : value);
    else if (typeof value === 'string')
      typed[field.key] = field.kind === 'day' ? value.split('-').reverse().join('.') : value;
  }
  return typed;
}

function valueAt(overlay: Overlay, [group = '', id = '', row, cell]: string[]): unknown {
  if (group === 'off') return overlay.off?.includes(id) ? 'off' : undefined;
  const part = (overlay as Record<string, Record<string, unknown> | undefined>)[group]?.[id];
  if (group === 'steps') return (part as number[][] | undefined)?.[Number(row)]?.[Number(cell)];
  return group === 'texts' ? (part as Record<string, unknown> | undefined)?.[row ?? ''] : part;
}
