import { useState } from 'preact/hooks';
import { codeText } from '../../../core/access/enrolment-code.ts';
import type { Result } from '../../../core/result.ts';
import { devicesTexts } from '../../../texts/devices.ts';
import { dateText } from '../../../texts/numbers.ts';
import { roleTexts } from '../../../texts/program.ts';
import { Icon } from '../../../ui/icon.tsx';
import { shortMoment } from '../../moment-text.ts';
import { useProgram } from '../../program.ts';
import type { AskProblem, SchoolDevice } from '../../sync/school-devices.ts';
import { localDay } from '../../time.ts';

const roleWords: Readonly<Record<string, string>> = roleTexts;

type Code = { code: string; days: number };

/** DV1–DV3: the devices of the school, a code for a colleague, and turning one away. Nothing is asked before a button is pressed. */
export function DevicesCard() {
  const { schoolDevices, delivery } = useProgram();
  const role = delivery.value.enrolment?.role;
  const [devices, setDevices] = useState<SchoolDevice[] | null>(null);
  const [code, setCode] = useState<Code | null>(null);
  const [problem, setProblem] = useState<AskProblem['code'] | null>(null);
  const [busy, setBusy] = useState(false);

  async function ask<Value>(asking: () => Promise<Result<Value, AskProblem>>, take: (value: Value) => void) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await asking();
    setBusy(false);
    if (answer.ok) take(answer.value);
    else setProblem(answer.problem.code);
  }
  const show = () => ask(schoolDevices.list, setDevices);
  const revoke = (id: string) => ask(() => schoolDevices.revoke(id), show);

  return (
    <section class="stack tight" aria-labelledby="devices">
      <h2 id="devices">{devicesTexts.title}</h2>
      <p>{devicesTexts.lead}</p>
      {devices ? (
        <ul class="plain stack tight">
          {devices.map((device) => (
            <Device key={device.id} device={device} onRevoke={role === 'signer' ? revoke : null} />
          ))}
        </ul>
      ) : null}
      {code ? (
        <div class="card stack tight">
          <h3>{devicesTexts.codeTitle}</h3>
          <p class="lead b nw">{codeText(code.code)}</p>
          <p class="s">{devicesTexts.codeText(code.days, location.host)}</p>
        </div>
      ) : null}
      <p class="row">
        <button type="button" class="btn sm" aria-disabled={busy} onClick={show}>
          {devices ? devicesTexts.showAgain : devicesTexts.show}
        </button>
        {role === 'school' || role === 'signer' ? (
          <button type="button" class="btn sm" aria-disabled={busy} onClick={() => ask(schoolDevices.code, setCode)}>
            {devicesTexts.code}
          </button>
        ) : null}
      </p>
      <div role="status">
        {busy ? <p class="s q">{devicesTexts.asking}</p> : null}
        {problem ? (
          <p class="err">
            <Icon sign="warn" />
            <span>{devicesTexts.problems[problem]}</span>
          </p>
        ) : null}
      </div>
    </section>
  );
}

type DeviceProps = { device: SchoolDevice; onRevoke: ((id: string) => void) | null };

function Device({ device, onRevoke }: DeviceProps) {
  const { delivery } = useProgram();
  const [asked, setAsked] = useState(false);
  const { id, label, role, seenAt, unsent, revokedAt } = device;
  const isOwn = delivery.value.enrolment?.device === id;
  const revoked = revokedAt === null ? null : devicesTexts.revoked(dateText(localDay(new Date(revokedAt))));
  const seen = devicesTexts.seen(shortMoment(new Date(seenAt).toISOString()));
  return (
    <li class="stack tight">
      <p>
        <b>{label}</b>, {roleWords[role] ?? role}
        {isOwn ? `, ${devicesTexts.own}` : ''}
        <br />
        <span class="s q">
          {revoked ?? seen}
          {revoked === null && unsent > 0 ? `, ${devicesTexts.unsent(unsent)}` : ''}
        </span>
      </p>
      {onRevoke === null || isOwn || revoked !== null ? null : asked ? (
        <div class="card stack tight">
          <p>{devicesTexts.sure(label)}</p>
          <p class="row">
            <button type="button" class="btn sm danger" onClick={() => onRevoke(id)}>
              {devicesTexts.revoke}
            </button>
            <button type="button" class="btn sm" onClick={() => setAsked(false)}>
              {devicesTexts.keep}
            </button>
          </p>
        </div>
      ) : (
        <p>
          <button
            type="button"
            class="btn link"
            aria-label={devicesTexts.revokeNamed(label)}
            onClick={() => setAsked(true)}
          >
            {devicesTexts.revoke}
          </button>
        </p>
      )}
    </li>
  );
}
