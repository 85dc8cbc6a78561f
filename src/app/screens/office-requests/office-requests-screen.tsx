import { useState } from 'preact/hooks';
import {
  type NotedRequest,
  type ThemeGroup,
  type Vendor,
  type VendorGroup,
  vendors,
} from '../../../core/requests/vendor-requests.ts';
import { vendorList } from '../../../reports/requests/vendor-list.ts';
import { dateText } from '../../../texts/numbers.ts';
import { requestsTexts as texts } from '../../../texts/requests.ts';
import { useOffice } from '../../office/office.ts';
import { DocumentButtons } from '../../paper/document-buttons.tsx';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { AnswersFile } from './answers-file.tsx';
import { OwnRequest } from './own-request.tsx';
import { useRequests } from './use-requests.ts';

const words = texts.office;

/** VR2, VR3: what schools ask of vendors, grouped, with the list that goes out and its answers that come back. */
export function OfficeRequestsScreen() {
  const { place } = useOffice();
  const program = useProgram();
  const [only, setOnly] = useState<Vendor | null>(null);
  const { all, groups, schools, writing } = useRequests(only);
  const today = localDay(program.now());
  const report = vendorList({ place: place.name, groups, schools, today });
  return (
    <div class="stack wide">
      <div class="stack">
        <p class="crumb">
          <a href="/">{words.back}</a>
        </p>
        <h1>{words.heading(all.length, writing, schools)}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <div class="f">
        <label class="lab" for="vendor">
          {words.narrow}
        </label>
        <select
          id="vendor"
          value={only ?? ''}
          onChange={({ currentTarget: { value } }) => setOnly(vendors.find((one) => one === value) ?? null)}
        >
          <option value="">{words.all}</option>
          {vendors.map((vendor) => (
            <option key={vendor} value={vendor}>
              {texts.vendors[vendor]}
            </option>
          ))}
        </select>
      </div>
      {groups.length > 0 ? (
        <DocumentButtons document={report} name={texts.list.file(today)} onPrint={() => print()} />
      ) : null}
      <AnswersFile requests={all} />
      {groups.map((group) => (
        <VendorSection key={group.vendor} group={group} schools={schools} />
      ))}
      <OwnRequest />
    </div>
  );
}

function VendorSection({ group, schools }: { group: VendorGroup; schools: number }) {
  return (
    <section class="stack" aria-labelledby={`v-${group.vendor}`}>
      <h2 id={`v-${group.vendor}`}>{words.vendor(texts.vendors[group.vendor], group.schools, schools)}</h2>
      {group.themes.map((theme) => (
        <Theme key={theme.theme} group={theme} />
      ))}
    </section>
  );
}

function Theme({ group }: { group: ThemeGroup }) {
  return (
    <details>
      <summary>{words.theme(texts.themes[group.theme], group.schools, group.requests.length)}</summary>
      <ul class="plain stack tight">
        {group.requests.map((request) => (
          <Line key={request.id} request={request} />
        ))}
      </ul>
    </details>
  );
}

function Line({ request }: { request: NotedRequest }) {
  const { from, kind, text, on, answer } = request;
  return (
    <li>
      <p>
        <span class="b">{from.name}</span>, {texts.kinds[kind]}
        {on ? `, ${texts.noted(dateText(on))}` : ''}: {text}
      </p>
      <p class="s">
        {answer ? texts.answer(answer.text) : texts.waiting} {answer?.by ? texts.answerBy(dateText(answer.by)) : ''}
      </p>
    </li>
  );
}
