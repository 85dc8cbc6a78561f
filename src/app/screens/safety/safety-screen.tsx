import { useEffect, useState } from 'preact/hooks';
import { safetyTexts } from '../../../texts/safety.ts';
import { Icon } from '../../../ui/icon.tsx';
import { UnprovenMessages } from '../../enrolment/unproven-messages.tsx';
import { later } from '../../later.tsx';
import { useProgram } from '../../program.ts';
import { askPersistence, readPersistence } from '../../store/storage-facts.ts';
import type { Updates } from '../../updates.ts';
import { CopyFile } from './copy-file.tsx';
import { LastChanges } from './last-changes.tsx';
import { ScreenLock } from './screen-lock.tsx';

const PassphraseCard = later(() => import('../../lock/passphrase-card.tsx').then((m) => m.PassphraseCard));

/** Where the work is, whether it is safe, the copy in a file, and the last changes. */
export function SafetyScreen({ updates }: { updates: Updates }) {
  const isOfficer = useProgram().delivery.value.enrolment?.role === 'officer';
  return (
    <div class="cols">
      <div class="stack wide">
        <div class="stack">
          <h1>{safetyTexts.title}</h1>
          <p class="lead">{safetyTexts.lead}</p>
          <Facts updates={updates} />
          <p class="hint">{safetyTexts.privateNote}</p>
        </div>
        <CopyFile />
        <UnprovenMessages />
        {isOfficer ? <PassphraseCard /> : <ScreenLock />}
      </div>
      <aside class="stack">
        <LastChanges />
      </aside>
    </div>
  );
}

function Facts({ updates }: { updates: Updates }) {
  const { saving, delivery } = useProgram();
  const [persistence, setPersistence] = useState<'granted' | 'denied' | 'unknown'>('unknown');
  useEffect(() => {
    readPersistence().then(setPersistence);
  }, []);
  const { count, savedAt, secondCopy } = saving.value;
  const isOfficer = delivery.value.enrolment?.role === 'officer';
  const opens = updates.offlineReady.value;
  const ready = opens && (!isOfficer || updates.officerFilesReady.value);
  return (
    <dl class="facts">
      <dt>
        <Icon sign="disk" /> {safetyTexts.device}
      </dt>
      <dd>{safetyTexts.deviceText(count, savedAt)}</dd>
      <dt>
        <Icon sign={secondCopy === 'ok' ? 'dbl' : 'warn'} /> {safetyTexts.second}
      </dt>
      <dd>{secondCopy === 'ok' ? safetyTexts.secondOk : safetyTexts.secondNone}</dd>
      <dt>
        <Icon sign={ready ? 'yes' : 'part'} /> {safetyTexts.program}
      </dt>
      <dd>
        <p role="status">
          {ready ? safetyTexts.programReady : opens ? safetyTexts.officerPartly : safetyTexts.programPartly}
        </p>
      </dd>
      <dt>
        <Icon sign={persistence === 'granted' ? 'lock' : 'warn'} /> {safetyTexts.kept}
      </dt>
      <dd class="stack tight">
        <p role="status">{safetyTexts.persistence[persistence]}</p>
        {persistence === 'granted' ? null : (
          <p>
            <button type="button" class="btn sm" onClick={() => askPersistence().then(setPersistence)}>
              {safetyTexts.askPersistence}
            </button>
          </p>
        )}
      </dd>
    </dl>
  );
}
