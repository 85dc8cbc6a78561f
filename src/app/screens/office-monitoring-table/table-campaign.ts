import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { tableTexts } from '../../../texts/monitoring-table.ts';

/** XT6: the campaign of a year before the program came, as of the form's day of that year; null: that is no school year. */
export function pastCampaign(typed: string, form: ColumnForm, placeId: string): FileCampaign | null {
  const [, first = '', second = ''] = /^\s*(\d{4})\s*[/–-]\s*(\d{4})\s*$/.exec(typed) ?? [];
  if (first === '' || Number(second) !== Number(first) + 1) return null;
  const schoolYear = `${first}/${second}`;
  return {
    id: `${form.id}-${first}-${second.slice(2)}`,
    title: tableTexts.pastTitle(schoolYear),
    schoolYear,
    asOf: `${first}-${form.asOf}`,
    municipality: placeId,
    forms: [`${form.id}@${form.version}`],
  };
}
