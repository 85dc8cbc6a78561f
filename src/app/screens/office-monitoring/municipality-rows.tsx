import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import { wholePercent } from '../../../core/monitoring/whole-percent.ts';
import type { Place } from '../../../core/places/place.ts';
import type { SchoolFigures } from '../../../reports/region/school-figures.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../../texts/region.ts';
import { Bar } from '../../../ui/bar.tsx';
import { useOffice } from '../../office/office.ts';
import { type MonitoringState, passedOnBy, type Totals } from './monitoring-state.ts';

type Props = { state: MonitoringState; totals: Totals; campaign: FileCampaign; onOpen: (placeId: string) => void };

/** PN4, RG13: a row a municipality: how many have submitted, who is awaited, users and who works without paper, whether its table was passed on. */
export function MunicipalityRows({ state, totals, campaign, onOpen }: Props) {
  const { groups, silent } = totals.figures;
  return (
    <div class="scroll fold dense">
      <table>
        <caption>{words.municipalities}</caption>
        <thead>
          <tr>
            <th scope="col">{words.municipality}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col">{words.waiting}</th>
            <th scope="col">{texts.usesHead}</th>
            <th scope="col">{texts.paperlessHead}</th>
            <th scope="col">{words.table}</th>
            <th scope="col" class="noprint">
              <span class="vh">{words.head.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ municipality, figures }) => (
            <tr key={municipality?.id ?? ''}>
              <th scope="row">{municipality?.shortName ?? regionTexts.regional}</th>
              <Figures figures={figures} />
              {municipality ? (
                <PassedOn place={municipality} state={state} campaignId={campaign.id} />
              ) : (
                <td data-l={words.table} />
              )}
              {municipality ? <Open place={municipality} onOpen={onOpen} /> : <td class="noprint" />}
            </tr>
          ))}
          {silent.map((place) => (
            <tr key={place.id}>
              <th scope="row">{place.shortName}</th>
              <td colSpan={5}>{words.silent}</td>
              <Open place={place} onOpen={onOpen} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figures({ figures }: { figures: SchoolFigures }) {
  const { submitted, expected, uses, paperless } = figures;
  const percent = wholePercent(submitted, expected);
  return (
    <>
      <td data-l={words.sent}>
        <span class="grown">
          <span class="nw">{regionTexts.share(submitted, expected, percent)}</span>
          <Bar percent={percent ?? 0} />
        </span>
      </td>
      <td data-l={words.waiting}>{expected - submitted}</td>
      {([texts.usesHead, texts.paperlessHead] as const).map((title, at) => {
        const { n, of } = at === 0 ? uses : paperless;
        return (
          <td key={title} class="nw" data-l={title}>
            {regionTexts.share(n, of, wholePercent(n, of))}
          </td>
        );
      })}
    </>
  );
}

function PassedOn({ place, state, campaignId }: { place: Place; state: MonitoringState; campaignId: string }) {
  const passed = passedOnBy(useOffice(), place.id, campaignId, state.linesBelow(place.id) ?? []);
  const how = passed === null ? 'none' : passed.changed.length > 0 ? 'changed' : 'same';
  return (
    <td data-l={words.table}>
      {words.tableStates[how]}
      {passed?.note ? <p class="s q">{passed.note}</p> : null}
    </td>
  );
}

const Open = ({ place, onOpen }: { place: Place; onOpen: (placeId: string) => void }) => (
  <td data-l="" class="noprint">
    <p>
      <button type="button" class="btn sm" aria-label={words.openFor(place.shortName)} onClick={() => onOpen(place.id)}>
        {words.open}
      </button>
    </p>
  </td>
);
