import type { FileCampaign } from '../answers-file/file-campaign.ts';
import type { ColumnForm } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import type { TableReading } from './table-reading.ts';

/** XT6: what a table gives as a file of answers, so that both are checked and taken in one way. */
export function tableAnswers({ schools }: TableReading, form: ColumnForm, campaign: FileCampaign): Json {
  return {
    format: 'gotovo-answers/1',
    campaign: { ...campaign } as Json,
    schools: schools.map(({ place, cells, branches }) => ({
      place: { id: place },
      [form.id]: {
        own: Object.fromEntries(cells),
        ...(branches.length === 0
          ? {}
          : {
              branches: branches.map(({ id, name, cells: own }) => ({
                ...(id === null ? {} : { id }),
                name,
                own: Object.fromEntries(own),
              })),
            }),
      },
    })),
  };
}
