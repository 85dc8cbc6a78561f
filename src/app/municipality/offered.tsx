import type { Indicator } from '../../core/form/form.ts';
import { registerPathOf } from '../../core/submission/facts.ts';
import { campaignBefore, offeredAnswer } from '../../core/verification/carry-over.ts';
import { answerWords } from '../../reports/answer-words.ts';
import { registerWords } from '../../reports/register-words.ts';
import { municipalityTexts as texts } from '../../texts/municipality.ts';
import { Message } from '../../ui/message.tsx';
import { useProgram } from '../program.ts';

/** CO3: last year's answer, offered; it counts nothing until one tap gives it anew. */
export function Offered({ indicator, of }: { indicator: Indicator; of: number | null }) {
  const { registers, campaign, form, formOf, periods, answer } = useProgram();
  const before = campaignBefore(
    campaign,
    periods.others.value.map((one) => one.campaign),
  );
  if (before === null) return null;
  const then = { campaignId: before.id, form: formOf(before) };
  const offered = offeredAnswer(indicator, registers.value, then, { campaignId: campaign.id, form });
  if (offered === null) return null;
  const words = answerWords(indicator, offered.value, of);
  const key = `${indicator.id}#evidence`;
  const evidence = offered.evidence === null ? '' : registerWords(form, key, offered.evidence);
  const hasOwn =
    registers.value.get(registerPathOf(campaign.id, form.id, key))?.some((head) => head.value !== null) ?? false;
  const confirm = () => {
    answer(indicator.id, offered.value);
    if (offered.evidence !== null && !hasOwn) answer(key, offered.evidence);
  };
  return (
    <Message
      sign="hist"
      title={texts.offered(before.schoolYear, words, evidence)}
      actions={
        <button type="button" class="btn sm" onClick={confirm}>
          {texts.confirm(words)}
        </button>
      }
    >
      <p>{texts.offeredText}</p>
    </Message>
  );
}
