import { OfficerNotice } from './enrolment/officer-notice.tsx';
import { useProgram } from './program.ts';
import { FirstStartScreen } from './screens/first-start/first-start-screen.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';

/** What stands at the address of the program itself. */
export function Home() {
  const { saving, delivery } = useProgram();
  const { enrolment } = delivery.value;
  if (enrolment?.role === 'officer') return <OfficerNotice place={enrolment.place.name} />;
  return saving.value.count === 0 && enrolment === null ? <FirstStartScreen /> : <OverviewScreen />;
}
