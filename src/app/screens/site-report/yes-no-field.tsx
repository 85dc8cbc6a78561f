import { isAddress } from '../../../core/site-report/check-site-report.ts';
import { detailKey, textOf, urlKey } from '../../../core/site-report/site-report.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { afterPaint } from '../../after-paint.ts';
import { ClearAnswer } from '../../fields/clear-answer.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useProgram } from '../../program.ts';
import type { FieldProps } from './field-section.tsx';

/** Yes or no; a yes with its page, and with words beside it, where the form asks for them. */
export function YesNoField({ answer, report }: FieldProps) {
  const program = useProgram();
  const { field } = answer;
  const key = report.pathOf(field.id);
  return (
    <>
      <fieldset>
        <legend class="vh">{field.title}</legend>
        <div class="opts">
          {(['yes', 'no'] as const).map((value) => (
            <label key={value} class="opt">
              <input
                type="radio"
                name={field.id}
                checked={answer.answer === value}
                onChange={() => program.answer(key, value, undefined, afterPaint)}
              />
              <span>{texts[value]}</span>
            </label>
          ))}
          <ClearAnswer shown={answer.answer !== null} onClear={() => program.answer(key, null)} />
        </div>
      </fieldset>
      {field.needsUrl && answer.answer === 'yes' ? (
        <UrlField registerKey={report.pathOf(urlKey(field.id))} label={texts.url} />
      ) : null}
      {field.detail && answer.answer === 'yes' ? (
        <TextField registerKey={report.pathOf(detailKey(field.id))} kind="text" label={field.detail} free />
      ) : null}
    </>
  );
}

type UrlProps = { registerKey: string; property?: string; label: string };

/** The address of a page; what is none is told beside it. */
export const UrlField = (props: UrlProps) => (
  <TextField
    {...props}
    kind="url"
    problemOf={(value) => (isAddress(textOf(value)) ? null : texts.checks['not-a-url'])}
  />
);
