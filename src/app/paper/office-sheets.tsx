import { useLayoutEffect, useRef } from 'preact/hooks';
import { type DocumentSettings, paper } from '../../documents/paper.ts';
import type { ReportDocument } from '../../reports/report-document.ts';
import { LetterheadPicture } from './letterhead-picture.tsx';
import { ReportSheets } from './report-sheets.tsx';

type Props = { report: ReportDocument; label: string; settings: DocumentSettings };

/** RE9: a municipality's report as sheets, in its own font, size and margins, under its letterhead. */
export function OfficeSheets({ report, label, settings }: Props) {
  const desk = useRef<HTMLDivElement>(null);
  const { font, size, margins = {}, letterhead } = settings;
  useLayoutEffect(() => {
    const { top, right, bottom, left } = { ...paper.flow.margin, ...margins };
    const own = Object.keys(margins).length > 0 ? `${top}mm ${right}mm ${bottom}mm ${left}mm` : '';
    setOrClear(desk.current, '--font', font ? `"${font}", "Liberation Serif", serif` : '');
    // a sheet is set in three quarters of the size of a docx
    setOrClear(desk.current, '--flow', size === undefined ? '' : `${(size * 3) / 4}pt`);
    setOrClear(desk.current, '--margins', own);
    if (own === '') return undefined;
    const rules = new CSSStyleSheet();
    rules.replaceSync(`@page { margin: ${own} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
    };
  }, [font, size, margins]);
  return (
    <div ref={desk}>
      <ReportSheets
        report={report}
        label={label}
        head={
          letterhead ? (
            <div class="head">
              {letterhead.picture ? <LetterheadPicture picture={letterhead.picture} label="" /> : null}
              {letterhead.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          ) : null
        }
      />
    </div>
  );
}

function setOrClear(element: HTMLElement | null, name: string, value: string): void {
  if (value === '') element?.style.removeProperty(name);
  else element?.style.setProperty(name, value);
}
