import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { overviewTexts } from '../../../texts/overview.ts';
import { useMonitoring } from '../../monitoring/use-monitoring.ts';
import { Row } from './progress-lists.tsx';

/** The region's form with filled m of n, and how many errors keep it from being submitted. */
export function MonitoringLine() {
  const { standing } = useMonitoring();
  const { filled, of } = standing.progress;
  const errors = standing.messages.filter(({ level }) => level === 'error').length;
  return (
    <section class="stack" aria-labelledby="region-form">
      <h2 id="region-form">{texts.title}</h2>
      <ul class="list crits">
        <Row
          href="/monitoring"
          title={texts.formTitle}
          progress={{ answered: filled, of }}
          blocks={errors}
          done={overviewTexts.filledTable}
        />
      </ul>
    </section>
  );
}
