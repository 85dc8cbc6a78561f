import { useState } from 'preact/hooks';
import { shortHash } from '../../../core/submission/snapshot.ts';
import type { Version } from '../../../reports/versions/version.ts';
import { dateText } from '../../../texts/numbers.ts';
import { reportEditorTexts as words } from '../../../texts/report-editor.ts';
import { Icon } from '../../../ui/icon.tsx';
import { momentText } from '../../moment-text.ts';
import { useOffice } from '../../office/office.ts';
import { freezeReport } from './frozen-versions.ts';
import type { ReportState } from './report-state.ts';

type Props = { state: ReportState; mayFreeze: boolean; onOpen: (version: Version) => void };

type Freezing =
  | { kind: 'idle' }
  | { kind: 'under-way'; done: number; of: number }
  | { kind: 'failed' }
  | { kind: 'done'; number: number };

/** The frozen versions, newest first, and freezing the next one. */
export function VersionsCard({ state, mayFreeze, onOpen }: Props) {
  const office = useOffice();
  const [freezing, setFreezing] = useState<Freezing>({ kind: 'idle' });
  const versions = state.versions.value;
  const same = versions.find(({ hash }) => hash === state.hash.value);
  async function freeze(): Promise<void> {
    if (!mayFreeze || same || freezing.kind === 'under-way') return;
    const number = await freezeReport(office, state, (done, of) => setFreezing({ kind: 'under-way', done, of }));
    setFreezing(number === null ? { kind: 'failed' } : { kind: 'done', number });
  }
  const reason = same ? words.sameAs(same.number) : mayFreeze ? words.freezeHint : words.blockedFreeze;
  return (
    <section class="stack tight" aria-labelledby="versions">
      <h3 id="versions">{words.versions}</h3>
      {versions.length === 0 ? <p class="s">{words.noVersions}</p> : null}
      <ul class="plain stack tight s">
        {versions.map((version) => (
          <li key={version.hash}>
            <b>{words.version(version.number)}</b>{' '}
            {words.versionLine(dateText(version.reportDate), version.submitted, version.expected)}
            <br />
            <span class="q">
              {words.frozenBy(version.frozen.label, momentText(version.frozen.at))},{' '}
              {words.hash(shortHash(version.hash))}
            </span>
            <br />
            <button type="button" class="btn sm" onClick={() => onOpen(version)}>
              {words.open}
              <span class="vh"> {words.version(version.number)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="btn sm"
        aria-disabled={!mayFreeze || same ? 'true' : undefined}
        aria-describedby="freeze-hint"
        onClick={freeze}
      >
        <Icon sign="lock" />
        {words.freeze}
      </button>
      <p class="s q" id="freeze-hint">
        {reason}
      </p>
      <p class={freezing.kind === 'failed' ? 'err' : 's'} role="status">
        {freezing.kind === 'under-way' ? words.freezing(freezing.done, freezing.of) : ''}
        {freezing.kind === 'failed' ? words.freezeFailed : ''}
        {freezing.kind === 'done' ? words.frozen(freezing.number) : ''}
      </p>
    </section>
  );
}
