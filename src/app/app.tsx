import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation, useRoute } from 'preact-iso';
import { sendingTexts } from '../texts/sending.ts';
import { CrashMessage, crash } from './crash.tsx';
import { Frame } from './frame/frame.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { useProgramKeys } from './keyboard.ts';
import { type Program, ProgramContext, useProgram } from './program.ts';
import { routes } from './routes.ts';
import { FirstStartScreen } from './screens/first-start/first-start-screen.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';
import { showAnchor } from './show-anchor.ts';
import { orUnfinished } from './unfinished.tsx';
import type { Updates } from './updates.ts';

const CriterionScreen = lazy(
  orUnfinished(() => import('./screens/criterion/criterion-screen.tsx').then((m) => m.CriterionScreen)),
);
const PassportScreen = lazy(
  orUnfinished(() => import('./screens/passport/passport-screen.tsx').then((m) => m.PassportScreen)),
);
const TablesScreen = lazy(orUnfinished(() => import('./screens/tables/tables-screen.tsx').then((m) => m.TablesScreen)));
const VerdictScreen = lazy(
  orUnfinished(() => import('./screens/verdict/verdict-screen.tsx').then((m) => m.VerdictScreen)),
);
const SafetyScreen = lazy(orUnfinished(() => import('./screens/safety/safety-screen.tsx').then((m) => m.SafetyScreen)));
const SendingScreen = lazy(
  orUnfinished(() => import('./screens/sending/sending-screen.tsx').then((m) => m.SendingScreen)),
);
const PrintScreen = lazy(orUnfinished(() => import('./screens/print/print-screen.tsx').then((m) => m.PrintScreen)));

/** The whole program on a school's device: frame, screens by address, keys, and the one place where bugs surface. */
export function App({ program, updates }: { program: Program; updates: Updates }) {
  return (
    <ProgramContext.Provider value={program}>
      <LocationProvider>
        <ErrorBoundary onError={crash}>
          <Screens updates={updates} />
        </ErrorBoundary>
      </LocationProvider>
    </ProgramContext.Provider>
  );
}

function Screens({ updates }: { updates: Updates }) {
  const { path } = useLocation();
  useProgramKeys();
  useKeptFocus();
  useEffect(() => {
    document.title = `${titleOf(path)} — Готово`;
  }, [path]);
  return (
    <Frame path={path} updates={updates}>
      <CrashMessage />
      <Router onRouteChange={() => setTimeout(showAnchor)} onLoadEnd={showAnchor}>
        <Route path="/" component={Home} />
        <Route path="/passport" component={PassportScreen} />
        <Route path="/criterion/:criterionId" component={CriterionRoute} />
        <Route path="/tables" component={TablesScreen} />
        <Route path="/verdict" component={VerdictScreen} />
        <Route path="/sending" component={SendingScreen} />
        <Route path="/print" component={PrintScreen} />
        <Route path="/safety" component={() => <SafetyScreen updates={updates} />} />
        <Route default component={Home} />
      </Router>
    </Frame>
  );
}

function Home() {
  const { saving, delivery } = useProgram();
  const { enrolment } = delivery.value;
  if (enrolment?.role === 'officer') return <OfficerNotice place={enrolment.place.name} />;
  return saving.value.count === 0 && enrolment === null ? <FirstStartScreen /> : <OverviewScreen />;
}

/** An officer's device has no self-assessment of its own. */
function OfficerNotice({ place }: { place: string }) {
  return (
    <div class="stack">
      <h1>{sendingTexts.officerTitle(place)}</h1>
      <p class="lead">{sendingTexts.officerText}</p>
    </div>
  );
}

function CriterionRoute() {
  const { params } = useRoute();
  return <CriterionScreen key={params.criterionId} criterionId={params.criterionId ?? 'K1'} />;
}

const titleOf = (path: string): string => routes.find((route) => route.path === path)?.title ?? 'Обзор';
