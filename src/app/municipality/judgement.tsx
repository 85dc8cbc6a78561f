import type { Indicator } from '../../core/form/form.ts';
import { dueOf } from '../../core/submission/campaigns.ts';
import { type Check, checksOf, returnsOf } from '../../core/verification/check.ts';
import { answerWords } from '../../reports/answer-words.ts';
import { municipalityTexts as texts } from '../../texts/municipality.ts';
import { dateText } from '../../texts/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Message } from '../../ui/message.tsx';
import { useProgram } from '../program.ts';

const dayOf = (at: string): string => dateText(at.slice(0, 10));

/** VF5: what the municipality said of an answer, beside it and never over it: given back, judged otherwise, or confirmed. */
export function Judgement({ indicator, of }: { indicator: Indicator; of: number | null }) {
  const { registers, campaign, form } = useProgram();
  const check = checksOf(registers.value, campaign.id, form.id).get(indicator.id);
  return (
    <>
      <Returned indicatorId={indicator.id} />
      {check ? <Checked indicator={indicator} of={of} check={check} /> : null}
    </>
  );
}

function Returned({ indicatorId }: { indicatorId: string }) {
  const { registers, campaign, form, status } = useProgram();
  const one = returnsOf(registers.value, campaign.id, form.id).get(indicatorId);
  if (!one) return null;
  if (one.isAnswered)
    return status.value?.state === 'returned' ? (
      <Message sign="yes" tone="ok" title={texts.answered}>
        <p>{texts.answeredText}</p>
      </Message>
    ) : null;
  const due = dueOf(campaign, registers.value);
  return (
    <Message sign="back" tone="warn" title={texts.returnedTitle(dayOf(one.revision.at), due ? dateText(due) : null)}>
      <p>{texts.quote(one.reason)}</p>
      <p>{texts.returnedText}</p>
    </Message>
  );
}

function Checked({ indicator, of, check }: { indicator: Indicator; of: number | null; check: Check }) {
  const { facts } = useProgram();
  const day = dayOf(check.revision.at);
  if (check.isStale)
    return (
      <p>
        <Mark sign="clock" small>
          {texts.stale}
        </Mark>
      </p>
    );
  if (check.state === 'confirmed')
    return (
      <p>
        <Mark sign="yes" tone="ok" small>
          {texts.confirmed(day)}
        </Mark>
      </p>
    );
  const own = facts.value.get(indicator.id) ?? [null];
  return (
    <div class="msg warn">
      <Icon sign="neq" />
      <div>
        <p class="b">{texts.otherTitle}</p>
        <div class="pick">
          <p>
            {texts.yours}
            <br />
            <b>{own.map((value) => answerWords(indicator, value, of)).join(' / ')}</b>
          </p>
          <p>
            {texts.checked(day)}
            <br />
            <b>{answerWords(indicator, check.value, of)}</b>
          </p>
        </div>
        <p>
          {check.reason ? `${texts.quote(check.reason)}. ` : ''}
          {texts.otherText}
        </p>
      </div>
    </div>
  );
}
