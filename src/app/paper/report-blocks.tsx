import type { Block, Cell, Column, Text } from '../../reports/report-document.ts';
import { figureText, runsOf } from '../../reports/report-document.ts';
import { Bar } from '../../ui/bar.tsx';
import { later } from '../later.tsx';
import { useSlices } from './use-slices.ts';

/** No report of a school has a diagram, so its device has nothing that draws one (W11). */
const DiagramView = later(() => import('./diagram-view.tsx').then((m) => m.DiagramView));

/** One block of a report as plain HTML. */
export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p class={block.large ? 'big' : undefined}>
          <TextView text={block.text} />
        </p>
      );
    case 'facts':
      return (
        <dl class="facts">
          {block.items.map(([label, text]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label}:`}>
              <TextView text={text} />
            </dd>,
          ])}
        </dl>
      );
    case 'table':
      return <Table block={block} />;
    case 'diagram':
      return <DiagramView diagram={block.diagram} />;
    case 'box':
      return (
        <div class="box">
          <Blocks blocks={block.blocks} />
        </div>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((text, at) => (
            <li key={at}>
              <TextView text={text} />
            </li>
          ))}
        </ul>
      );
    case 'side-by-side':
      return (
        <div class="sides">
          <div>
            <Blocks blocks={block.left} />
          </div>
          <div>
            <Blocks blocks={block.right} />
          </div>
        </div>
      );
    case 'write-in':
      return (
        <p class="write">
          {block.labels.map((label, at) => [
            label === '' ? null : <span key={label}>{label}</span>,
            <span key={`${at} ${label}`} class="line" />,
          ])}
        </p>
      );
    case 'signatures':
      return (
        <div class="sign">
          {block.rows.map(({ who, fields }) => [
            <span key={who}>{who}</span>,
            ...fields.map((field) => <i key={`${who} ${field}`}>{field}</i>),
          ])}
        </div>
      );
  }
}

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, at) => (
      <BlockView key={`${at} ${block.kind}`} block={block} />
    ))}
  </>
);

/** Most cells of a long table are a word or a figure: they need no parts, and hundreds of schools stand there at once. */
function plainOf(cell: Cell): string | null {
  const text = typeof cell === 'object' && 'number' in cell ? figureText(cell) : cell;
  return typeof text === 'string' && !/\n|К\d-\d\d|С-\d\d/.test(text) ? text : null;
}

/** A text with its runs: bold, squares to tick, room to write on, line breaks. */
export const TextView = ({ text }: { text: Text }) => (
  <>
    {runsOf(text).map((run, at) => {
      if (typeof run === 'string') return <Lines key={at} text={run} />;
      if ('bold' in run)
        return (
          <b key={at}>
            <Lines text={run.bold} />
          </b>
        );
      if ('tick' in run)
        return (
          <span key={at} class="sq">
            {run.tick}
          </span>
        );
      return <span key={at} class="line" />;
    })}
  </>
);

const Lines = ({ text }: { text: string }) => (
  <>
    {text
      .split('\n')
      .map((line, at) =>
        at === 0 ? <Line key={at} text={line} /> : [<br key={at} />, <Line key={`${at}:`} text={line} />],
      )}
  </>
);

/** Numbers of indicators (К3-01) and of checks (С-03) are never broken at their hyphen. */
const Line = ({ text }: { text: string }) => (
  <>
    {text.split(/(К\d-\d\d|С-\d\d)/).map((part, at) =>
      at % 2 === 0 ? (
        part
      ) : (
        <span key={at} class="nw">
          {part}
        </span>
      ),
    )}
  </>
);

/** from so many on a table is set smaller, so that no word of it is broken in the middle */
const manyColumns = 10;

/** of a long table so many rows are laid out in one frame */
const rowsAtOnce = 30;

function Table({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows, total, running, byHand, numbered, apart } = block;
  const shown = useSlices(rows.length, rowsAtOnce);
  const isWhole = shown === rows.length;
  return (
    <table class={byHand ? 'hand' : columns.length >= manyColumns ? 'many' : undefined}>
      {block.caption ? <caption>{block.caption}</caption> : null}
      <colgroup>
        {columns.map((column, at) => (
          <col key={`${at} ${column.title}`} width={column.width === undefined ? undefined : `${column.width}%`} />
        ))}
      </colgroup>
      <thead>
        {running ? (
          <tr class="running">
            <th colSpan={columns.length} scope="colgroup">
              {running}
            </th>
          </tr>
        ) : null}
        <tr>
          {columns.map((column, at) => (
            <th key={`${at} ${column.title}`} scope="col" class={column.turned ? 'turned' : classOf(column)}>
              {column.turned ? <span>{column.title}</span> : column.title}
            </th>
          ))}
        </tr>
        {numbered ? (
          <tr>
            {columns.map((_, at) => (
              <td key={at}>{at + 1}</td>
            ))}
          </tr>
        ) : null}
      </thead>
      <tbody>
        {rows.slice(0, shown).map((cells, at) =>
          apart?.[at] === 'across' ? (
            <tr key={at} class="sum">
              <th colSpan={columns.length}>
                <CellView cell={cells[0] ?? ''} />
              </th>
            </tr>
          ) : (
            <Row key={at} cells={cells} columns={columns} className={apart?.[at]} />
          ),
        )}
        {total && isWhole ? <Row cells={total} columns={columns} className="sum" /> : null}
      </tbody>
    </table>
  );
}

const Row = (props: { cells: readonly Cell[]; columns: readonly Column[]; className?: string | undefined }) => (
  <tr class={props.className}>
    {props.cells.map((cell, at) => (
      <td key={at} class={classOf(props.columns[at])}>
        {plainOf(cell) ?? <CellView cell={cell} />}
      </td>
    ))}
  </tr>
);

function CellView({ cell }: { cell: Cell }) {
  if (typeof cell === 'object' && 'bar' in cell) return <Bar percent={cell.bar} />;
  return <TextView text={typeof cell === 'object' && 'number' in cell ? figureText(cell) : cell} />;
}

const classOf = (column: Column | undefined): string | undefined =>
  [column?.align === 'end' ? 'num' : '', column?.keep ? 'nw' : ''].filter(Boolean).join(' ') || undefined;
