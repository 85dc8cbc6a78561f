import type { MunicipalInput } from '../../../reports/municipal/municipal-input.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Mark, type Tone } from '../../../ui/mark.tsx';
import type { Sign } from '../../../ui/signs.tsx';
import { useOffice } from '../../office/office.ts';
import type { Undecided } from './report-state.ts';

/** What is settled and what is open before the report is signed. */
export function BeforeSigning({ input, undecided }: { input: MunicipalInput; undecided: Undecided }) {
  const office = useOffice();
  const { stale, passed } = undecided;
  const missing = input.schools.filter(({ facts }) => facts === null).length;
  const sent = office.schools.value.filter(({ standing }) =>
    ['submitted', 'returned', 'accepted'].includes(standing.state),
  );
  const unchecked = sent.reduce((sum, { standing: { checked } }) => sum + checked.of - checked.done, 0);
  const rows: [Sign, Tone | undefined, string][] = [
    ['yes', 'ok', words.missingNamed(missing)],
    stale.length > 0 ? ['warn', 'warn', words.staleCount(stale.length)] : ['yes', 'ok', words.staleCount(0)],
    passed > 0 ? ['stop', 'bad', words.passedCount(passed)] : ['yes', 'ok', words.passedCount(0)],
    unchecked > 0 ? ['empty', undefined, words.unchecked(unchecked)] : ['yes', 'ok', words.unchecked(0)],
  ];
  return (
    <section class="card stack" aria-labelledby="before-signing">
      <h2 id="before-signing">{words.beforeSigning}</h2>
      <ul class="plain stack tight">
        {rows.map(([sign, tone, text]) => (
          <li key={text}>
            <Mark sign={sign} {...(tone ? { tone } : {})}>
              {text}
            </Mark>
          </li>
        ))}
      </ul>
    </section>
  );
}
