import { useEffect, useRef } from 'preact/hooks';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { reviewTexts } from '../../../texts/review.ts';
import { useOffice } from '../../office/office.ts';
import type { SchoolLine } from './monitoring-state.ts';

type Props = {
  placeId: string;
  lines: readonly SchoolLine[];
  /** opened from another table: reading goes on here */
  takesFocus: boolean;
  onShow: (placeId: string) => void;
};

/** PN3: a row a school: state, errors, warnings, missing cells, and the way to its figures. */
export function SchoolRows({ placeId, lines, takesFocus, onShow }: Props) {
  const { places } = useOffice();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [placeId]);
  return (
    <section class="stack" aria-labelledby="school-rows">
      <h2 id="school-rows" ref={heading} tabIndex={-1}>
        {places.value.find(({ id }) => id === placeId)?.shortName}
      </h2>
      <div class="scroll fold dense">
        <table>
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.head.school}</th>
              <th scope="col">{words.head.state}</th>
              <th scope="col" class="num">
                {words.head.errors}
              </th>
              <th scope="col" class="num">
                {words.head.warnings}
              </th>
              <th scope="col" class="num">
                {words.head.missing}
              </th>
              <th scope="col" class="noprint">
                <span class="vh">{words.head.action}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ place, state, errors, warnings, progress }) => (
              <tr key={place.id}>
                <th scope="row">{place.shortName}</th>
                <td data-l={words.head.state}>{reviewTexts.states[state]}</td>
                <td class={errors > 0 ? 'num bad b' : 'num'} data-l={words.head.errors}>
                  {errors}
                </td>
                <td class="num" data-l={words.head.warnings}>
                  {warnings}
                </td>
                <td class="num" data-l={words.head.missing}>
                  {progress.missing.length}
                </td>
                <td data-l="" class="noprint">
                  <p>
                    <button
                      type="button"
                      class="btn sm"
                      aria-label={words.showFor(place.shortName)}
                      onClick={() => onShow(place.id)}
                    >
                      {words.show}
                    </button>
                  </p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
