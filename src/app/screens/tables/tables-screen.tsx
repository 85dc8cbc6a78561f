import { collects } from '../../../core/submission/collected-forms.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { useProgram } from '../../program.ts';
import { ExamsTable } from './exams-table.tsx';
import { MonthsTable } from './months-table.tsx';
import { SiteTable } from './site-table.tsx';
import { YearTable } from './year-table.tsx';

/** The four tables; every cell saves by itself. */
export function TablesScreen() {
  const { campaign } = useProgram();
  return (
    <div class="stack wide">
      <div class="stack">
        <h1>{tableTexts.title}</h1>
        <nav class="row jump" aria-label={tableTexts.title}>
          {(['JRN', 'GIA', 'SITE', 'YEAR'] as const).map((block) => (
            <a key={block} href={`/tables#${block}`}>
              {tableTexts.titles[block]}
            </a>
          ))}
          {collects(campaign, 'monitoring') ? <a href="/monitoring">{tableTexts.regionForm}</a> : null}
        </nav>
        <p class="s q keys">
          {tableTexts.keys.map(([keys, words]) => (
            <span key={words}>
              {keys.map((name, at) => (
                <span key={name}>
                  {at > 0 ? ' + ' : ''}
                  <kbd>{name}</kbd>
                </span>
              ))}{' '}
              {words}{' '}
            </span>
          ))}
          {tableTexts.keysNote}
        </p>
      </div>
      <MonthsTable />
      <ExamsTable />
      <SiteTable />
      <YearTable />
    </div>
  );
}
