import {
  afterSubmission,
  type CampaignDraft,
  type CampaignProblem,
  campaignOf,
  draftOf,
  draftPathOf,
  newCampaignId,
  nextDraft,
} from '../../../core/campaign/campaign-draft.ts';
import { formProblems } from '../../../core/campaign/form-problems.ts';
import type { Form } from '../../../core/form/form.ts';
import { type OverlayProblem, overlayPathOf, overlayProblems } from '../../../core/form/overlay.ts';
import { type OverlayTextProblem, overlayFromTexts, textsOfOverlay } from '../../../core/form/overlay-fields.ts';
import { canonicalJson, type Json } from '../../../core/json.ts';
import { type Campaign, campaignPathOf } from '../../../core/submission/campaigns.ts';
import { pinned, scoredFormOf } from '../../../core/submission/collected-forms.ts';
import { dateText } from '../../../texts/numbers.ts';
import { useOffice } from '../../office/office.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { type KeptDraft, useKeptDraft } from './use-kept-draft.ts';

export type DraftProblems = {
  campaign: readonly CampaignProblem[];
  overlay: readonly (OverlayProblem | OverlayTextProblem)[];
};

export type Drafting = Pick<KeptDraft, 'saving' | 'other' | 'settle'> & {
  draft: CampaignDraft;
  /** the scored form it collects, as published */
  form: Form;
  /** the campaign it changes; null: it is a new one */
  published: Campaign | null;
  /** schools that have submitted in the campaign it changes: then only the last day and the letter may change (CN2) */
  submitted: number;
  isChanged: boolean;
  problems: DraftProblems;
  change: (part: Partial<CampaignDraft>) => void;
  /** writes what is typed at once, when a field is left */
  keep: () => void;
  publish: () => Promise<boolean>;
  drop: () => void;
};

/** A campaign being written, with what is wrong in it; CN1: it is published whole or not at all. */
export function useCampaignDraft(campaign: Campaign | null, previous: Campaign | null): Drafting {
  const office = useOffice();
  const kept = useKeptDraft(draftPathOf(campaign?.id ?? null));
  const untouched = useUntouched(campaign, previous);
  const draft = kept.draft ?? untouched;
  const forms = draft.forms ?? [scoredFormOf({}) ?? ''];
  const chosen = pinned(forms, office.forms.all.value, campaign);
  const form = office.forms.published(chosen); // as published, whatever the campaign on screen makes of it
  const submitted = campaign
    ? office.schools.value.filter(({ standing: { state } }) => state !== 'neverOpened' && state !== 'filling').length
    : 0;
  const isLocked = submitted > 0;
  const ofForm = isLocked ? [] : formProblems(chosen, form, office.forms.all.value, campaign);
  const read = overlayFromTexts(form, draft.overlay);
  const overlay = [...read.problems, ...(read.overlay ? overlayProblems(form, read.overlay) : [])];
  const { publicHistory, registersOf, write } = office;
  const taken = office.campaigns.value.map(({ id }) => id);
  const id =
    campaign?.id ?? newCampaignId(draft.texts.schoolYear.replaceAll(' ', ''), taken, office.place.kind === 'region');
  const made = isLocked
    ? afterSubmission(registersOf(publicHistory).value.get(campaignPathOf(id))?.[0]?.value ?? null, draft)
    : campaignOf(draft, { id, municipality: office.place.id, ...chosen });

  async function publish(): Promise<boolean> {
    if (!made.ok || overlay.length + ofForm.length > 0) return false;
    await kept.keep();
    // the overlay first: no school ever sees the campaign without it
    const isFixed = isLocked || (await write(publicHistory, overlayPathOf(id), read.overlay as Json));
    if (!isFixed || !(await write(publicHistory, campaignPathOf(id), made.value as Json))) return false;
    await kept.drop();
    office.choose(id);
    return true;
  }

  return {
    ...kept,
    draft,
    form,
    published: campaign,
    submitted,
    isChanged: canonicalJson(draft as Json) !== canonicalJson(untouched as Json),
    problems: { campaign: [...ofForm, ...(made.ok ? [] : made.problem)], overlay },
    change: (part) => kept.type({ ...draft, ...part }),
    keep: () => void kept.keep(),
    publish,
    drop: () => void kept.drop(),
  };
}

/** The fields before anything is typed: those of the campaign, or what the next one begins with (CN3). */
function useUntouched(campaign: Campaign | null, previous: Campaign | null): CampaignDraft {
  const office = useOffice();
  const { now } = useProgram();
  const form = office.forms.published(campaign ?? previous ?? {});
  const overlay = textsOfOverlay(form, office.overlay.value);
  return campaign
    ? draftOf(campaign, overlay, dateText)
    : nextDraft({ previous, overlay, today: localDay(now()), dayText: dateText });
}
