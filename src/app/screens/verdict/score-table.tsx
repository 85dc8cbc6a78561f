import { percent, shownId } from '../../../texts/numbers.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useProgram } from '../../program.ts';

/** Every criterion's score on its bar with the line it must reach, and the total when there is one. */
export function ScoreTable() {
  const { form, assessment } = useProgram();
  const { criteria, total, finished, blockedBy, cappedBy } = assessment.value;
  const deciding = [...blockedBy, ...cappedBy];
  const line = form.levels.ready.criterion;
  const [title, score, bar, weight, mark] = verdictTexts.head(line);
  return (
    <div class="scroll fold">
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" class="num">
              {score}
            </th>
            <th scope="col">{bar}</th>
            <th scope="col" class="num">
              {weight}
            </th>
            <th scope="col">{mark}</th>
          </tr>
        </thead>
        <tbody>
          {form.criteria.map((criterion, at) => {
            const one = criteria[at];
            const value = one?.score ?? null;
            const below = finished && value !== null && value < line;
            return (
              <tr key={criterion.id}>
                <th scope="row">
                  {at + 1}. {criterion.title}
                </th>
                <td class="num nw" data-l={score}>
                  {value === null ? verdictTexts.nothing : percent(value)}
                </td>
                <td data-l="">
                  <Bar percent={value ?? 0} cuts={[line]} {...(below ? { tone: 'warn' as const } : {})} />
                </td>
                <td class="num" data-l={weight}>
                  {criterion.weight}
                </td>
                <td class="s" data-l={mark}>
                  {finished ? (
                    <Marks
                      below={below ? line : null}
                      deciding={deciding.filter((id) => id.startsWith(criterion.id))}
                    />
                  ) : (
                    `${one?.progress.answered ?? 0} из ${one?.progress.of ?? 0}`
                  )}
                </td>
              </tr>
            );
          })}
          {total === null ? null : (
            <tr class="sum">
              <th scope="row">{verdictTexts.total}</th>
              <td class="num" data-l={score}>
                {percent(total)}
              </td>
              <td />
              <td class="num" data-l={weight}>
                {form.criteria.reduce((sum, one) => sum + one.weight, 0)}
              </td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** What a criterion holds against the school: a score under the line, indicators that decide the verdict. */
function Marks({ below, deciding }: { below: number | null; deciding: readonly string[] }) {
  if (below === null && deciding.length === 0) return null;
  return (
    <span class="row">
      {below === null ? null : (
        <Mark sign="part" tone="warn" small>
          {verdictTexts.below(below)}
        </Mark>
      )}
      {deciding.map((id) => (
        <Mark key={id} sign="crit" tone="bad" small>
          {shownId(id)}
        </Mark>
      ))}
    </span>
  );
}
