import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { indicatorsOf } from '../../../core/form/form.ts';
import type { MunicipalInput, MunicipalReport, Part, Sentence } from '../../../reports/municipal/municipal-input.ts';
import type { Block } from '../../../reports/report-document.ts';
import { municipalTexts } from '../../../texts/municipal-report.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';
import { BlockView } from '../../paper/report-blocks.tsx';
import type { ReportState } from './report-state.ts';
import { SentenceView } from './sentence-view.tsx';

type Heading = keyof typeof municipalTexts.headings;
export const partNames = Object.keys(municipalTexts.headings) as Heading[];
export const partAnchor = (part: Heading): string => `part-${part}`;

type Props = { state: ReportState; input: MunicipalInput; report: MunicipalReport };

/** Every part of the report: its sentences to be edited, its tables and diagrams as they will be printed. */
export function ReportParts({ state, input, report }: Props) {
  const figures = useMemo(() => figuresByPart(report), [report]);
  return (
    <div class="card stack wide doc">
      {partNames.map((part, at) => (
        <section key={part} class="stack" aria-labelledby={partAnchor(part)}>
          <h2 id={partAnchor(part)}>
            {at + 1}. {municipalTexts.headings[part]}
          </h2>
          <InTurn at={at}>
            {() => (
              <>
                <Sentences part={part} state={state} input={input} report={report} />
                {figures.get(part)?.map((block, place) => (
                  <ScrollRegion key={`${place} ${block.kind}`} className="dense" label={nameOf(block)}>
                    <BlockView block={block} />
                  </ScrollRegion>
                ))}
                <Note part={part} state={state} />
              </>
            )}
          </InTurn>
        </section>
      ))}
    </div>
  );
}

/** Each part is drawn in a task of its own: keys and touches never wait for the whole of a long report. */
function InTurn({ at, children }: { at: number; children: () => ComponentChildren }) {
  const [isDrawn, setDrawn] = useState(at === 0);
  useEffect(() => {
    const timer = setTimeout(setDrawn, at * 16, true);
    return () => clearTimeout(timer);
  }, []);
  return <>{isDrawn ? children() : null}</>;
}

/** Findings and advice stand by criterion; all other sentences just one after another. */
function Sentences({ part, ...shown }: Props & { part: Heading }) {
  const { form } = shown.input;
  const own = shown.report.sentences.filter((one) => headingOf(one.part) === part);
  if (part !== 'criteria') return <SentenceList sentences={own} {...shown} />;
  const rest = own.filter((one) => one.id === 'carried-over');
  return (
    <>
      {form.criteria.map(({ id, title }) => {
        const sentences = own.filter((one) => one.id.startsWith(id));
        return sentences.length === 0 ? null : (
          <div key={id}>
            <h3>{title}</h3>
            <SentenceList sentences={sentences} {...shown} />
          </div>
        );
      })}
      <SentenceList sentences={rest} {...shown} />
    </>
  );
}

function SentenceList({ sentences, state, input, report }: Props & { sentences: readonly Sentence[] }) {
  const critical = useMemo(
    () => new Set(indicatorsOf(input.form).flatMap((one) => (one.critical ? [one.id] : []))),
    [input.form],
  );
  return (
    <div>
      {sentences.map((sentence) => (
        <SentenceView
          key={sentence.id}
          state={state}
          sentence={sentence}
          at={report.sentences.indexOf(sentence) + 1}
          critical={sentence.part === 'criteria' && sentence.sources.some((id) => critical.has(id))}
        />
      ))}
    </div>
  );
}

const headingOf = (part: Part): Heading => (part === 'recommendations' ? 'criteria' : part);

function Note({ part, state }: { part: Heading; state: ReportState }) {
  const stored = state.settled.value.notes?.[part] ?? '';
  const field = useSavedText({
    stored,
    save: (text) => state.settle(({ notes }) => ({ notes: { ...notes, [part]: text.trim() } })),
  });
  return (
    <details open={stored !== ''}>
      <summary>{words.note}</summary>
      <div class="swell" data-text={`${field.text} `}>
        <textarea rows={2} aria-label={words.noteLabel(municipalTexts.headings[part])} {...field.inputProps} />
      </div>
    </details>
  );
}

/** Tables and diagrams under the heading they stand under; the table of criteria consists of the sentences shown above. */
function figuresByPart({ document }: MunicipalReport): ReadonlyMap<Heading, Block[]> {
  const found = new Map<Heading, Block[]>();
  let part: Heading | undefined;
  for (const block of document.sections[0]?.blocks ?? []) {
    if (block.kind === 'heading') part = partNames.find((name) => municipalTexts.headings[name] === block.text);
    else if (part && part !== 'criteria' && (block.kind === 'table' || block.kind === 'diagram'))
      found.set(part, [...(found.get(part) ?? []), block]);
  }
  return found;
}

const nameOf = (block: Block): string =>
  block.kind === 'diagram'
    ? block.diagram.title
    : ((block.kind === 'table' ? block.running : undefined) ?? words.title);
