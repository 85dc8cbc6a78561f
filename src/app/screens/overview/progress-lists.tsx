import type { AnsweredOf } from '../../../core/scoring/assessment.ts';
import { overviewTexts } from '../../../texts/overview.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useProgram } from '../../program.ts';
import { addressOfCriterion } from '../../routes.ts';

/** The criteria with filled m of n, and whether something in them decides the verdict. */
export function CriteriaList() {
  const { form, assessment } = useProgram();
  const { criteria, blockedBy, cappedBy } = assessment.value;
  return (
    <section class="stack" aria-labelledby="criteria">
      <h2 id="criteria">{overviewTexts.criteria}</h2>
      <ul class="list crits">
        {form.criteria.map((criterion, at) => (
          <Row
            key={criterion.id}
            href={addressOfCriterion(criterion.id)}
            title={`${at + 1}. ${criterion.title}`}
            progress={criteria[at]?.progress ?? { answered: 0, of: 0 }}
            blocks={[...blockedBy, ...cappedBy].filter((id) => id.startsWith(criterion.id)).length}
            done={overviewTexts.filled}
          />
        ))}
      </ul>
    </section>
  );
}

/** The tables with filled m of n. */
export function TablesList() {
  const { assessment } = useProgram();
  const { blocks, site } = assessment.value;
  const rows = { JRN: blocks.JRN, GIA: blocks.GIA, SITE: site, YEAR: blocks.YEAR };
  return (
    <section class="stack" aria-labelledby="tables">
      <h2 id="tables">{overviewTexts.tables}</h2>
      <ul class="list crits">
        {(Object.keys(rows) as (keyof typeof rows)[]).map((block) => (
          <Row
            key={block}
            href={`/tables#${block}`}
            title={overviewTexts.tableTitles[block]}
            progress={rows[block]}
            blocks={0}
            done={overviewTexts.filledTable}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { href: string; title: string; progress: AnsweredOf | null; blocks: number; done: string };

/** One part of the work: filled m of n, and what is to be said of it. */
export function Row({ href, title, progress, blocks, done }: RowProps) {
  const { answered, of } = progress ?? { answered: 0, of: 0 };
  const full = answered === of && of > 0;
  return (
    <li>
      <a href={href}>
        <span class="b">{title}</span>
        <Bar percent={of === 0 ? 0 : (100 * answered) / of} {...(full ? { tone: 'ok' as const } : {})} />
        <span class="nw">
          {answered} из {of}
        </span>
        {progress === null ? (
          <Mark sign="na" small>
            {overviewTexts.notIn}
          </Mark>
        ) : blocks > 0 ? (
          <Mark sign="crit" tone="bad" small>
            {overviewTexts.blocks(blocks)}
          </Mark>
        ) : full ? (
          <Mark sign="yes" tone="ok" small>
            {done}
          </Mark>
        ) : (
          <Mark sign="empty" small>
            {overviewTexts.leftMark(of - answered)}
          </Mark>
        )}
      </a>
    </li>
  );
}
