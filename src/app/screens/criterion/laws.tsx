import { legalActs } from '../../../forms/legal-acts.ts';
import { criterionTexts } from '../../../texts/criterion.ts';
import { dateText } from '../../../texts/numbers.ts';

/** The acts an indicator rests on, with the day their status was checked. */
export function Laws({ codes }: { codes: readonly string[] }) {
  const acts = codes.flatMap((code) => legalActs.find((act) => act.code === code) ?? []);
  return (
    <details>
      <summary>
        {criterionTexts.laws} {acts.map((act) => act.short).join(', ')}
      </summary>
      <ul>
        {acts.map((act) => (
          <li key={act.code}>
            {act.title}. {act.status}, {criterionTexts.checkedOn(dateText(act.checkedOn))}
          </li>
        ))}
      </ul>
    </details>
  );
}
