import { computed, type ReadonlySignal } from '@preact/signals';
import type { Campaign } from '../core/submission/campaigns.ts';
import { collectedForms } from '../core/submission/collected-forms.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { RevisionIndex } from '../core/submission/revision-index.ts';
import { changedSince, headIdsOf, registersAsSubmitted } from '../core/submission/snapshot.ts';
import { statusOf, statusPathOf, submittedValueOf } from '../core/submission/status.ts';
import type { Program } from './program.ts';

type Parts = {
  campaign: ReadonlySignal<Campaign>;
  registers: ReadonlySignal<Registers>;
  index: () => RevisionIndex;
  answer: Program['answer'];
};

/** SB1, SB2, MS1: how far the submission has come, submitting it, and what it was when it was submitted. */
export function createSubmitting({
  campaign,
  registers,
  index,
  answer,
}: Parts): Pick<Program, 'status' | 'submit' | 'asSubmitted'> {
  const status = computed(() => {
    const { id } = campaign.value;
    void registers.value;
    const said = statusOf(index().historyOf(statusPathOf(id)));
    return said && { ...said, changed: said.heads ? changedSince(registers.value, said.heads, id, said.forms) : [] };
  });
  return {
    status,
    submit: (signing) => {
      const forms = collectedForms(campaign.value);
      const ids = headIdsOf(registers.value, campaign.value.id, forms);
      return answer('status', submittedValueOf(ids, signing, forms)).saved;
    },
    asSubmitted: () => {
      if (!status.value?.heads) return registers.value;
      const { heads, forms } = status.value;
      return registersAsSubmitted(index().all(), heads, campaign.value.id, forms);
    },
  };
}
