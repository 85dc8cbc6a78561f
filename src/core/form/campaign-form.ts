import { canonicalJson, type Json } from '../json.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { scoredFormOf } from '../submission/collected-forms.ts';
import type { Registers } from '../submission/registers.ts';
import type { Sha256 } from '../submission/revision.ts';
import { awaitedForm, isOwn } from './awaited-form.ts';
import type { Form } from './form.ts';
import { effectiveForm, overlayOf } from './overlay.ts';
import { createFormReader } from './published-form.ts';

type Collecting = Pick<Campaign, 'forms' | 'formHash'>;

export type CampaignForms = {
  /** as published, without what the campaign changes in it */
  published: (publicRegisters: readonly Registers[], campaign: Collecting) => Form;
  /** CP5: with that; the same one as long as nothing of it has changed */
  effective: (publicRegisters: readonly Registers[], campaign: Collecting & { id: string }) => Form;
};

/**
 * FP4: the scored form a campaign is filled in and judged by: the program's own (`own`), or the one published under the name the
 * campaign gives; where it gives a hash nothing else will do, whatever the program has under that name. One that is not here stands
 * empty under its name: nothing is asked and nothing counts until it is, and what was answered stays where it is.
 */
export function createCampaignForms(own: () => Form, sha256: Sha256): CampaignForms {
  const read = createFormReader(sha256);
  const made = new Map<string, { base: Form; overlay: string; form: Form }>();
  const awaited = new Map<string, Form>();
  const awaitedAs = (form: Form, name: string): Form => {
    const one = awaited.get(name) ?? awaitedForm(form, name);
    awaited.set(name, one);
    return one;
  };
  const published: CampaignForms['published'] = (publicRegisters, campaign) => {
    const name = scoredFormOf(campaign);
    const form = own();
    if (name === null || isOwn(form, campaign)) return form;
    return read(publicRegisters, name, campaign.formHash) ?? awaitedAs(form, name);
  };
  return {
    published,
    effective: (publicRegisters, campaign) => {
      const base = published(publicRegisters, campaign);
      const found = overlayOf(publicRegisters, campaign.id);
      const overlay = canonicalJson(found as Json);
      const last = made.get(campaign.id);
      if (last && last.base === base && last.overlay === overlay) return last.form;
      const form = effectiveForm(base, found);
      made.set(campaign.id, { base, overlay, form });
      return form;
    },
  };
}
