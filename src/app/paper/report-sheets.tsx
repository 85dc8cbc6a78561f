import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReportDocument, Section } from '../../reports/report-document.ts';
import { BlockView, TextView } from './report-blocks.tsx';
import { useSlices } from './use-slices.ts';

type Props = {
  report: ReportDocument;
  label: string;
  /** above the title of the first page */
  head?: ComponentChildren;
};

/** A report as the sheets it will be printed on, black on white; a narrow screen shows them smaller. */
export function ReportSheets({ report, label, head }: Props) {
  const desk = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!desk.current) return;
    // in the next frame: a size changed while sizes are being told is an error of the page
    const watch = new ResizeObserver(([seen]) => {
      const current = desk.current;
      if (seen && current) requestAnimationFrame(() => fitOnScreen(current));
    });
    watch.observe(desk.current);
    // it grows while a long report is laid out
    if (desk.current.firstElementChild) watch.observe(desk.current.firstElementChild);
    fitOnScreen(desk.current);
    return () => watch.disconnect();
  }, [report]);
  return (
    <section ref={desk} class="desk" aria-label={label}>
      <div>
        {report.sections.map((section, at) => (
          <Sheet
            key={`${at} ${section.title}`}
            section={section}
            page={section.page ?? report.page}
            head={at === 0 ? head : null}
          />
        ))}
      </div>
    </section>
  );
}

function fitOnScreen(desk: HTMLElement): void {
  const sheets = desk.firstElementChild as HTMLElement;
  const scale = Math.min(1, desk.clientWidth / sheets.offsetWidth);
  sheets.style.transform = scale === 1 ? '' : `scale(${scale})`;
  desk.style.height = `${Math.ceil(sheets.offsetHeight * scale)}px`;
}

const [largest, smallest, step] = [9.6, 5, 0.2];

/** of a report that goes on over several pages, so many parts are laid out in one frame */
const blocksAtOnce = 16;

type SheetProps = { section: Section; page: ReportDocument['page']; head: ComponentChildren };

function Sheet({ section, page, head }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const { blocks } = section;
  const shown = useSlices(blocks.length, section.fit === 'one-page' ? blocks.length : blocksAtOnce);
  useLayoutEffect(() => {
    if (sheet.current && section.fit === 'one-page') fitOnPage(sheet.current);
  }, [section]);
  return (
    <article ref={sheet} class={`sheet ${section.fit} ${page}${section.paper ? ` ${section.paper}` : ''}`}>
      <div>
        {head}
        <h2>{section.title}</h2>
        {blocks.slice(0, shown).map((block, at) => (
          <BlockView key={`${at} ${block.kind}`} block={block} />
        ))}
      </div>
      <p class="foot">
        <span>
          <TextView text={section.footer.left} />
        </span>
        <span>
          <TextView text={section.footer.right} />
        </span>
      </p>
    </article>
  );
}

/** Sets the type (in points) as large as still leaves everything on one page, whatever font the device has. */
function fitOnPage(sheet: HTMLElement): void {
  const { paddingTop, paddingBottom, minHeight } = getComputedStyle(sheet);
  const room = Number.parseFloat(minHeight) - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  const used = () =>
    [...sheet.querySelectorAll<HTMLElement>(':scope > *')].reduce(
      (sum, part) => sum + part.offsetHeight + Number.parseFloat(getComputedStyle(part).marginTop),
      0,
    );
  for (let size = largest; size >= smallest; size -= step) {
    sheet.style.setProperty('--size', `${size.toFixed(1)}pt`);
    if (used() <= room) return;
  }
}
