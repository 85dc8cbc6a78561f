import { later } from './later.tsx';
import { useProgram } from './program.ts';
import { FirstStartScreen } from './screens/first-start/first-start-screen.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';

const OfficeBoard = later(() =>
  Promise.all([import('./office/office-gate.tsx'), import('./screens/office-board/office-board-screen.tsx')]).then(
    ([{ inOffice }, { OfficeBoardScreen }]) => inOffice(OfficeBoardScreen),
  ),
);

/** What stands at the address of the program itself. */
export function Home() {
  const { saving, delivery } = useProgram();
  const { enrolment } = delivery.value;
  if (enrolment?.role === 'officer') return <OfficeBoard />;
  return saving.value.count === 0 && enrolment === null ? <FirstStartScreen /> : <OverviewScreen />;
}
