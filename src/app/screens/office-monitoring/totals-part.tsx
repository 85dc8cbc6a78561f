import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { wholePercent } from '../../../core/monitoring/whole-percent.ts';
import { coverageBlocks } from '../../../reports/region/coverage-blocks.ts';
import { mainBlocks } from '../../../reports/region/main-blocks.ts';
import { municipalityBlocks } from '../../../reports/region/municipality-blocks.ts';
import { missingBlocks } from '../../../reports/region/opening-words.ts';
import { openingWords } from '../../../reports/region/region-summary.ts';
import type { SchoolFigures } from '../../../reports/region/school-figures.ts';
import { networkBlocks, systemBlocks } from '../../../reports/region/system-blocks.ts';
import {
  baseWords,
  changeOf,
  changeWords,
  comparedFigures,
  yearsBlocks,
} from '../../../reports/region/years-blocks.ts';
import type { Block } from '../../../reports/report-document.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../../texts/region.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { DiagramView } from '../../paper/diagram-view.tsx';
import { BlockView } from '../../paper/report-blocks.tsx';
import type { Totals } from './monitoring-state.ts';

type Props = { form: ColumnForm; totals: Totals };

/** RG13: the figures of f.6 as the report has them: who sent, users, without paper, by system, coverage; the rest of the report below. */
export function TotalsPart({ form, totals }: Props) {
  const { figures } = totals;
  const [headline, lead] = openingWords(figures);
  const diagrams = useMemo(
    () => [...systemBlocks(form, figures), ...coverageBlocks(figures.all)].filter(isMainDiagram),
    [form, figures],
  );
  const width = useDiagramWidth();
  return (
    <section class="stack wide" aria-labelledby="totals">
      <div class="stack">
        <h2 id="totals">{headline}</h2>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
      </div>
      {figures.all.submitted === 0 ? null : (
        <>
          <MainFigures totals={totals} />
          <div class="two">
            {diagrams.map((block) => (
              <DiagramView key={block.diagram.title} diagram={block.diagram} width={width} />
            ))}
          </div>
          <More label={words.more} blocksOf={() => blocksOf(form, totals)} />
        </>
      )}
      <Missing totals={totals} />
      <p class="s q">{texts.rounding}</p>
    </section>
  );
}

type DiagramBlock = Extract<Block, { kind: 'diagram' }>;

/** By municipality stands with the rest. */
const isMainDiagram = (block: Block): block is DiagramBlock =>
  block.kind === 'diagram' && block.diagram.kind === 'bars';

const missingFigure = {
  name: 'missing',
  title: words.notSent,
  of: ({ expected, submitted }: SchoolFigures) => ({ n: expected - submitted, of: expected }),
};
const [first, ...others] = comparedFigures;
const shownFigures = [...(first ? [first] : []), missingFigure, ...others];

/** Every figure as n of N with its percent and, where last year is known, what it was then and the change. */
function MainFigures({ totals: { collected, previous, figures } }: { totals: Totals }) {
  const now = figures.all;
  const before = previous && figures.previous ? { ...figures.previous, asOf: previous.campaign.asOf } : null;
  const shareOf = ({ n, of }: { n: number; of: number }) => regionTexts.share(n, of, wholePercent(n, of));
  return (
    <>
      <div class="scroll fold dense">
        <table>
          <caption>{words.totalsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.figure}</th>
              <th scope="col" class="num">
                {texts.onDay(collected.campaign.asOf)}
              </th>
              {before ? (
                <>
                  <th scope="col" class="num">
                    {texts.onDay(before.asOf)}
                  </th>
                  <th scope="col" class="num">
                    {texts.changeHead}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {shownFigures.map(({ name, title, of }) => (
              <tr key={name}>
                <th scope="row">{title}</th>
                <td class="num" data-l={texts.onDay(collected.campaign.asOf)}>
                  {shareOf(of(now))}
                </td>
                {before ? (
                  <>
                    <td class="num" data-l={texts.onDay(before.asOf)}>
                      {shareOf(of(before.all))}
                    </td>
                    <td class="num" data-l={texts.changeHead}>
                      {changeWords(changeOf(of(before.all), of(now)))}
                    </td>
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="s">
        {before ? `${baseWords(before.all, now)} ${texts.changeHint}` : texts.noYears} {words.base(now.submitted)}
      </p>
    </>
  );
}

/** Everything else the summary says, as it says it. */
const blocksOf = (form: ColumnForm, { collected, previous, figures }: Totals): Block[] => [
  ...mainBlocks(figures),
  ...systemBlocks(form, figures),
  ...coverageBlocks(figures.all),
  ...networkBlocks(form, figures),
  ...yearsBlocks(figures, collected, previous),
  ...municipalityBlocks(figures),
];

/** RG3: by municipality and name; a long list waits until it is asked for. */
function Missing({ totals: { figures } }: { totals: Totals }) {
  const blocks = missingBlocks(figures.groups, figures.silent, figures.all);
  const count = figures.all.expected - figures.all.submitted;
  if (blocks.length === 0) return null;
  const [heading, ...rest] = blocks;
  return heading?.kind === 'heading' ? (
    <More label={heading.text} isOpen={count <= shortList} blocksOf={() => rest} />
  ) : (
    <Blocks blocks={blocks} />
  );
}

const shortList = 40;

/** What is drawn only once it is opened. */
function More(props: { label: string; isOpen?: boolean; blocksOf: () => readonly Block[] }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? props.isOpen ?? false;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setChosen(currentTarget.open)}>
      <summary>{props.label}</summary>
      {isOpen ? <Blocks blocks={props.blocksOf()} /> : null}
    </details>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const names = namesOf(blocks);
  return (
    <div class="stack">
      {blocks.map((block, at) =>
        block.kind === 'table' || block.kind === 'diagram' ? (
          <ScrollRegion key={at} className="dense" label={names[at] ?? ''}>
            <BlockView block={block} />
          </ScrollRegion>
        ) : (
          <BlockView key={at} block={block} />
        ),
      )}
    </div>
  );
}

/** What a table or a diagram is called to somebody who hears the page: by itself, or by the heading it stands under; each once. */
function namesOf(blocks: readonly Block[]): readonly string[] {
  let heading: string = words.totalsCaption;
  const taken = new Map<string, number>();
  return blocks.map((block) => {
    if (block.kind === 'heading') heading = block.text;
    const own = block.kind === 'diagram' ? block.diagram.title : block.kind === 'table' ? block.running : undefined;
    const name = own ?? heading;
    const count = (taken.get(name) ?? 0) + 1;
    if (block.kind === 'table' || block.kind === 'diagram') taken.set(name, count);
    return count === 1 ? name : `${name}, ${count}`;
  });
}

const narrow = '(max-width: 40rem)';

/** In a diagram's own units: as it stands on the screen, so that its letters keep their size. */
function useDiagramWidth(): number {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const follow = () => setNarrow(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isNarrow ? 320 : 560;
}
