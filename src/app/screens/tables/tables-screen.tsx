import { tableTexts } from '../../../texts/tables.ts';
import { ExamsTable } from './exams-table.tsx';
import { MonthsTable } from './months-table.tsx';
import { SiteTable } from './site-table.tsx';
import { YearTable } from './year-table.tsx';

/** The four tables; every cell saves by itself. */
export function TablesScreen() {
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
