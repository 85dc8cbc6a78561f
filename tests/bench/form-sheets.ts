import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Form, Indicator } from '../../src/core/form/form.ts';
import { mostFormBytes } from '../../src/core/form-sheets/read-form.ts';
import { sheetsOf } from '../../src/core/form-sheets/write-form.ts';
import { exampleForm } from '../../src/demo/example-form.ts';
import { writeSheets } from '../../src/documents/write-sheets.ts';
import type { Row } from './bench-report.ts';
import { percentile } from './percentile.ts';

type Once = { took: number; peakInMb: number };

/** A form of 500 questions read from a spreadsheet, and the costliest workbook that is read at all, each in processes of their own. */
export async function formSheets({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const form = join(folder, 'form.xlsx');
  const bomb = join(folder, 'bomb.xlsx');
  const bytes = await writeSheets(exampleForm.title, sheetsOf(aFormOf(50)));
  writeFileSync(form, bytes);
  writeFileSync(bomb, fullOfStrings(bytes));
  const times = quick ? 3 : 15;
  const read = measured(form, 'form', times);
  const alone = measured(form, 'alone', times);
  const worst = measured(bomb, 'form-or-none', quick ? 1 : 5);
  rmSync(folder, { recursive: true });
  const row = (title: string, unit: Row['unit'], measuredAs: number, reference: number | null, most: number): Row => ({
    suite: 'form-sheets',
    title,
    unit,
    measured: measuredAs,
    reference,
    budget: { of: 'measured', most },
  });
  return [
    row('form of 500 questions: read from xlsx and checked, p50', 'ms', read.took, alone.took, 5000),
    row('form of 500 questions: memory at its peak', 'MB', read.peakInMb, alone.peakInMb, 200),
    row('workbook of 2 MB of nothing but short texts: read as a form, p50', 'ms', worst.took, null, 5000),
    row('workbook of 2 MB of nothing but short texts: memory at its peak', 'MB', worst.peakInMb, null, 200),
  ];
}

function measured(file: string, how: 'form' | 'form-or-none' | 'alone', times: number): Once {
  const all = Array.from({ length: times }, (): Once => {
    const said = execFileSync(process.execPath, [join(import.meta.dirname, 'read-form-once.js'), file, how]);
    return JSON.parse(said.toString());
  });
  return {
    took: percentile(
      all.map(({ took }) => took),
      0.5,
    ),
    peakInMb: Math.max(...all.map(({ peakInMb }) => peakInMb)),
  };
}

/** The example so many times over, ten questions each, ten of them to a section. */
function aFormOf(times: number): Form {
  const sections = Math.ceil(times / 10);
  const criteria = Array.from({ length: sections }, (_, section) =>
    exampleForm.criteria.map((criterion) => ({
      ...criterion,
      id: `${criterion.id}_${section}`,
      weight: criterion.weight / sections,
      indicators: Array.from({ length: times / sections }, (_one, at) =>
        criterion.indicators.map((indicator) => numbered(indicator, section * 10 + at)),
      ).flat(),
    })),
  );
  return { ...exampleForm, criteria: criteria.flat(), checks: [] };
}

function numbered({ showIf, relevant, calculation, ...indicator }: Indicator, at: number): Indicator {
  const renamed = (text: string) => text.replace(/\$\{(\w+)\}/g, `\${$1_${at}}`);
  return {
    ...indicator,
    id: `${indicator.id}_${at}`,
    code: `${indicator.id}_${at}`,
    question: `${at + 1}. ${indicator.question}`,
    ...(showIf ? { showIf: { ...showIf, indicator: `${showIf.indicator}_${at}` } } : {}),
    ...(relevant === undefined ? {} : { relevant: renamed(relevant) }),
    ...(calculation === undefined ? {} : { calculation: renamed(calculation) }),
  };
}

/** With as many shared texts as fit: of all that is read, they cost the most. */
function fullOfStrings(workbook: Uint8Array): Uint8Array {
  const text = '<si><t>a</t></si>';
  const small = unzipSync(workbook);
  const rest = Object.entries(small).reduce((all, [path, { length }]) => all + (/strings/i.test(path) ? 0 : length), 0);
  const count = Math.floor((mostFormBytes - rest - 100) / text.length);
  return zipSync({ ...small, 'xl/sharedStrings.xml': strToU8(`<sst>${text.repeat(count)}</sst>`) });
}
