import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation, useRoute } from 'preact-iso';
import { CrashMessage, crash } from './crash.tsx';
import { Frame } from './frame/frame.tsx';
import { useProgramKeys } from './keyboard.ts';
import { type Program, ProgramContext, useProgram } from './program.ts';
import { routes } from './routes.ts';
import { FirstStartScreen } from './screens/first-start/first-start-screen.tsx';
import { OverviewScreen } from './screens/overview/overview-screen.tsx';
import { showAnchor } from './show-anchor.ts';
import type { Updates } from './updates.ts';

const CriterionScreen = lazy(() => import('./screens/criterion/criterion-screen.tsx').then((m) => m.CriterionScreen));
const PassportScreen = lazy(() => import('./screens/passport/passport-screen.tsx').then((m) => m.PassportScreen));
const TablesScreen = lazy(() => import('./screens/tables/tables-screen.tsx').then((m) => m.TablesScreen));
const VerdictScreen = lazy(() => import('./screens/verdict/verdict-screen.tsx').then((m) => m.VerdictScreen));
const PrintScreen = lazy(() => import('./screens/print/print-screen.tsx').then((m) => m.PrintScreen));
const SafetyScreen = lazy(() => import('./screens/safety/safety-screen.tsx').then((m) => m.SafetyScreen));

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
        <Route path="/print" component={PrintScreen} />
        <Route path="/safety" component={() => <SafetyScreen updates={updates} />} />
        <Route default component={Home} />
      </Router>
    </Frame>
  );
}

function Home() {
  const { saving } = useProgram();
  return saving.value.count === 0 ? <FirstStartScreen /> : <OverviewScreen />;
}

function CriterionRoute() {
  const { params } = useRoute();
  return <CriterionScreen key={params.criterionId} criterionId={params.criterionId ?? 'K1'} />;
}

const titleOf = (path: string): string => routes.find((route) => route.path === path)?.title ?? 'Обзор';
