import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { Bar } from '../../../ui/bar.tsx';
import { hasSubmitted, type Lines, passedOnBy, schoolLines } from './monitoring-state.ts';

type Props = { of: Lines; onOpen: (placeId: string) => void };

/** PN4: a row a municipality: how many have submitted, who is awaited, whether its table was passed on. */
export function MunicipalityRows({ of, onOpen }: Props) {
  const { office, campaign } = of;
  const municipalities = office.places.value.filter(({ kind }) => kind === 'municipality');
  return (
    <div class="scroll fold dense">
      <table>
        <caption>{words.municipalities}</caption>
        <thead>
          <tr>
            <th scope="col">{words.municipality}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col">{words.waiting}</th>
            <th scope="col">{words.table}</th>
            <th scope="col" class="noprint">
              <span class="vh">{words.head.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {municipalities.map(({ id, shortName }) => {
            const lines = schoolLines(of, id);
            const done = lines.filter(hasSubmitted).length;
            const passed = passedOnBy(office, id, campaign.id, lines);
            const state = passed === null ? 'none' : passed.changed.length > 0 ? 'changed' : 'same';
            return (
              <tr key={id}>
                <th scope="row">{shortName}</th>
                <td data-l={words.sent}>
                  <span class="grown">
                    <span class="nw">{words.outOf(done, lines.length)}</span>
                    <Bar percent={lines.length === 0 ? 0 : (100 * done) / lines.length} />
                  </span>
                </td>
                <td data-l={words.waiting}>{lines.length - done}</td>
                <td data-l={words.table}>
                  {words.tableStates[state]}
                  {passed?.note ? <p class="s q">{passed.note}</p> : null}
                </td>
                <td data-l="" class="noprint">
                  <p>
                    <button
                      type="button"
                      class="btn sm"
                      aria-label={words.openFor(shortName)}
                      onClick={() => onOpen(id)}
                    >
                      {words.open}
                    </button>
                  </p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
