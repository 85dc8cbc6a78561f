import { municipalTexts as texts } from '../../texts/municipal-report.ts';
import type { Draft, Edit, MunicipalProblem, Sentence } from './municipal-input.ts';

/** Takes a sentence into the report and gives the text to print. */
export type Say = (draft: Draft) => string;

/**
 * MR2: the officer's text stands in place of the generated one and is kept whatever happens; when the figure or the generated
 * text is no longer what it was written over, that is told.
 */
export function createWording(edits: ReadonlyMap<string, Edit>, reportDate: string) {
  const sentences: Sentence[] = [];
  const problems: MunicipalProblem[] = [];
  const say: Say = ({ text: generated, ...draft }) => {
    const edit = edits.get(draft.id) ?? null;
    const isStale = edit !== null && (edit.figures !== draft.figures || edit.generated !== generated);
    const text = edit?.text ?? generated;
    sentences.push({ ...draft, generated, text, edit, isStale });
    if (edit && isStale)
      problems.push({ code: 'figure-changed', sentenceId: draft.id, ...changeOf(edit, draft.figures, generated) });
    const passed = edit && ['recommendations', 'proposals'].includes(draft.part) ? passedDay(text, reportDate) : null;
    if (passed) problems.push({ code: 'edited-deadline-passed', sentenceId: draft.id, day: passed, reportDate });
    return text;
  };
  return { say, sentences, problems };
}

/** Captions of tables and diagrams, numbered in the order they are asked for. */
export function createCaptions() {
  let [tables, diagrams] = [0, 0];
  return {
    table(title: string): string {
      tables += 1;
      return texts.table(tables, title);
    },
    diagram(title: string): string {
      diagrams += 1;
      return texts.diagram(diagrams, title);
    },
    /** of the table under the diagram asked for last */
    figures: (): string => texts.diagramFigures(diagrams),
  };
}

export type Captions = ReturnType<typeof createCaptions>;

/** What was there and what is there now: the figures, or the texts where the figures stayed. */
const changeOf = (edit: Edit, figures: string, generated: string): { was: string; now: string } =>
  edit.figures === figures ? { was: edit.generated, now: generated } : { was: edit.figures, now: figures };

const monthStems = 'январ,феврал,март,апрел,ма,июн,июл,август,сентябр,октябр,ноябр,декабр'.split(',');

/** MR4: the first day an edited text names, 31.08.2016 or «31 августа 2016», that lies before the report date; ISO. */
function passedDay(text: string, reportDate: string): string | null {
  const typed = [...text.matchAll(/(\d{1,2})\.(\d\d)\.(\d{4})/g)].map(([, day, month, year]) => [year, month, day]);
  const written = [...text.matchAll(/(\d{1,2})\s+([а-я]+)\s+(\d{4})/g)].flatMap(([, day, name = '', year]) => {
    const month = monthStems.findIndex((stem) => name.startsWith(stem) && name.length <= stem.length + 1) + 1;
    return month > 0 ? [[year, String(month), day]] : [];
  });
  const days = [...typed, ...written].map((parts) => parts.map((part = '') => part.padStart(2, '0')).join('-'));
  return days.find((day) => day < reportDate) ?? null;
}
