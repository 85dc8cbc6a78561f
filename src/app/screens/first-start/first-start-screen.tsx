import { indicatorsOf } from '../../../core/form/form.ts';
import { overviewTexts } from '../../../texts/overview.ts';
import { sendingTexts } from '../../../texts/sending.ts';
import { Icon } from '../../../ui/icon.tsx';
import { CodeForm } from '../../enrolment/code-form.tsx';
import { useProgram } from '../../program.ts';

/** What a person sees before the first answer: what this is, how it goes, one button. */
export function FirstStartScreen() {
  const { form } = useProgram();
  const count = indicatorsOf(form).filter((indicator) => indicator.kind !== 'derived').length;
  return (
    <div class="cols">
      <div class="stack wide">
        <div class="stack">
          <h1>{overviewTexts.startTitle}</h1>
          <p class="lead">{overviewTexts.startLead(count)}</p>
        </div>
        <div class="two">
          <section class="card stack" aria-labelledby="start-now">
            <h2 id="start-now">{overviewTexts.startNow}</h2>
            <p>{overviewTexts.startText}</p>
            <p>
              <a class="btn main" href="/passport">
                {overviewTexts.startButton}
                <Icon sign="next" />
              </a>
            </p>
          </section>
          <section class="card stack" aria-labelledby="have-code">
            <h2 id="have-code">{sendingTexts.haveCode}</h2>
            <CodeForm />
          </section>
        </div>
      </div>
      <aside class="stack">
        <h2>{overviewTexts.how}</h2>
        <ol class="steps">
          {overviewTexts.steps.map(([title, text]) => (
            <li key={title}>
              <b>{title}</b>
              <br />
              {text}
            </li>
          ))}
        </ol>
        <p>
          <a class="btn" href="/safety">
            <Icon sign="file" />
            {overviewTexts.openCopy}
          </a>
        </p>
        <p class="s q">{overviewTexts.noNames}</p>
      </aside>
    </div>
  );
}
