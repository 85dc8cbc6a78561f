import { useProgram } from './program.ts';
import { FirstStartScreen } from './screens/first-start/first-start-screen.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';

/** What stands at the address of the program itself on a school's device. */
export function Home() {
  const { saving, delivery } = useProgram();
  const { enrolment } = delivery.value;
  return saving.value.count === 0 && enrolment === null ? <FirstStartScreen /> : <OverviewScreen />;
}
