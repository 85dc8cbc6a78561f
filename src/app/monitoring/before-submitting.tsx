import type { ComponentChildren } from 'preact';
import { monitoringScreenTexts as texts } from '../../texts/monitoring-screen.ts';
import { useMonitoring } from './use-monitoring.ts';

/** MS4: what keeps the region's form from being submitted, with the way there; else what is inside. */
export function MonitoringBeforeSubmitting({ children }: { children: ComponentChildren }) {
  const { standing } = useMonitoring();
  if (standing.mayBeSubmitted) return <>{children}</>;
  const { progress, unfit, conflicts, messages, twins } = standing;
  const doubled = twins.filter(({ isDecided }) => !isDecided).length;
  const errors = messages.filter(({ level }) => level === 'error').length;
  const unconfirmed = messages.filter(({ level, isConfirmed }) => level === 'warning' && !isConfirmed).length;
  const said = [
    [progress.missing.length, texts.missing],
    [unfit.length, texts.unfit],
    [conflicts.length, texts.twice],
    [doubled, texts.doubled],
    [errors, texts.errors],
    [unconfirmed, texts.unconfirmed],
  ] as const;
  return (
    <div class="stack tight">
      <p class="b">{texts.notYet}</p>
      <ul>{said.map(([count, words]) => (count > 0 ? <li key={words(count)}>{words(count)}</li> : null))}</ul>
      <p>
        <a href="/monitoring#checks">{texts.toForm}</a>
      </p>
    </div>
  );
}
