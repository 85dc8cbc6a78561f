import type { Criterion } from '../../../core/form/form.ts';
import type { CriterionScore } from '../../../core/scoring/assessment.ts';
import { lineWords } from '../../../reports/answer-words.ts';
import { decimal, percent, shownId } from '../../../texts/numbers.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { useProgram } from '../../program.ts';

/** How every number came about: a table of lines for each criterion, and the sum for the total. */
export function Explanations() {
  const { form, assessment } = useProgram();
  const { criteria, total } = assessment.value;
  const applying = form.criteria.flatMap((criterion, at) => {
    const score = criteria[at];
    return score && score.score !== null ? [{ criterion, score, shown: score.score }] : [];
  });
  const terms = applying.map(({ criterion, shown }) => `${criterion.weight} × ${decimal(shown, 2)}`).join(' + ');
  const weights = applying.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  return (
    <div>
      {applying.map(({ criterion, score, shown }) => (
        <details key={criterion.id}>
          <summary>{verdictTexts.how(percent(shown), criterion.title)}</summary>
          <div class="stack">
            <p>{verdictTexts.howText(decimal(score.earned), decimal(score.possible), percent(shown))}</p>
            <Lines criterion={criterion} score={score} />
          </div>
        </details>
      ))}
      {total === null ? null : (
        <details>
          <summary>{verdictTexts.howTotal(percent(total))}</summary>
          <p>{verdictTexts.howTotalText(terms, weights)}</p>
        </details>
      )}
    </div>
  );
}

function Lines({ criterion, score }: { criterion: Criterion; score: CriterionScore }) {
  const [id, answer, weight, share, product] = verdictTexts.lineHead;
  return (
    <div class="scroll dense">
      <table>
        <thead>
          <tr>
            <th scope="col">{id}</th>
            <th scope="col">{answer}</th>
            <th scope="col" class="num">
              {weight}
            </th>
            <th scope="col" class="num">
              {share}
            </th>
            <th scope="col" class="num">
              {product}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.lines.map((line, at) => {
            const indicator = criterion.indicators[at];
            if (!indicator) return null;
            return (
              <tr key={line.indicatorId}>
                <th scope="row" class="nw">
                  {shownId(line.indicatorId)}
                </th>
                <td>{lineWords(indicator, line)}</td>
                <td class="num">{line.share === null ? verdictTexts.nothing : line.points}</td>
                <td class="num">{line.share === null ? verdictTexts.nothing : decimal(line.share)}</td>
                <td class="num">{line.share === null ? verdictTexts.outside : decimal(line.share * line.points)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
