import type { SiteReportMessage } from '../../../core/site-report/check-site-report.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { Icon } from '../../../ui/icon.tsx';

type Props = { messages: readonly SiteReportMessage[]; fieldId: string; part?: string };

/** SR3 beside the field: what does not agree in it, or in one item or row of it; what its own input tells is not said twice. */
export function Remarks({ messages, fieldId, part }: Props) {
  const told = messages.filter(
    (one) =>
      one.fieldId === fieldId && one.part === (part ?? null) && one.code !== 'not-a-url' && one.code !== 'not-a-count',
  );
  return (
    <>
      {told.map(({ code, column }) => (
        <p key={`${code} ${column}`} class="err" role="status">
          <Icon sign="warn" />
          <span>{texts.checks[code]}</span>
        </p>
      ))}
    </>
  );
}
