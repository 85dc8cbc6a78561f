import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation, useRoute } from 'preact-iso';
import type { Form } from '../core/form/form.ts';
import { CrashMessage, crash } from './crash.tsx';
import { bringWords } from './form-on-screen.ts';
import { Frame } from './frame/frame.tsx';
import type { Sections } from './frame/section-tabs.tsx';
import { useSections } from './frame/use-sections.ts';
import { useKeptFocus } from './kept-focus.ts';
import { useProgramKeys } from './keyboard.ts';
import { later } from './later.tsx';
import { locked } from './lock/lock.ts';
import { bringOfficeScreens, officeScreens } from './office-screens.tsx';
import { type Program, ProgramContext, useProgram } from './program.ts';
import { addressOfCriterion, routes } from './routes.ts';
import { CriterionScreen } from './screens/criterion/criterion-screen.tsx';
import { showAnchor } from './show-anchor.ts';
import { orUnfinished } from './unfinished.tsx';
import type { Updates } from './updates.ts';
import { useView } from './use-view.ts';

const LockScreen = later(orUnfinished(() => import('./lock/lock-screen.tsx').then((m) => m.LockScreen)));

/** What brings the files of the screens. */
const loads: (() => Promise<unknown>)[] = [];

/** A screen in a file of its own; it shows texts of the whole form and waits for them. */
function inOwnFile<Props>(load: () => Promise<ComponentType<Props>>) {
  loads.push(load);
  return lazy(orUnfinished(() => Promise.all([load(), bringWords()]).then(([screen]) => screen)));
}

/** W2: brings every file this program may still ask for; one that does not come is asked for again by its screen. */
export async function bringScreens({ delivery }: Program): Promise<void> {
  const officer = delivery.value.enrolment?.role === 'officer' ? [bringOfficeScreens] : [];
  await Promise.allSettled([...loads, ...officer, bringWords].map((load) => load()));
}

const Home = inOwnFile(() => import('./home.tsx').then((m) => m.Home));
const PassportScreen = inOwnFile(() => import('./screens/passport/passport-screen.tsx').then((m) => m.PassportScreen));
const TablesScreen = inOwnFile(() => import('./screens/tables/tables-screen.tsx').then((m) => m.TablesScreen));
const MonitoringScreen = inOwnFile(() =>
  import('./screens/monitoring/monitoring-screen.tsx').then((m) => m.MonitoringScreen),
);
const SiteReportScreen = inOwnFile(() =>
  import('./screens/site-report/site-report-screen.tsx').then((m) => m.SiteReportScreen),
);
const VerdictScreen = inOwnFile(() => import('./screens/verdict/verdict-screen.tsx').then((m) => m.VerdictScreen));
const SafetyScreen = inOwnFile(() => import('./screens/safety/safety-screen.tsx').then((m) => m.SafetyScreen));
const SendingScreen = inOwnFile(() => import('./screens/sending/sending-screen.tsx').then((m) => m.SendingScreen));
const PrintScreen = inOwnFile(() => import('./screens/print/print-screen.tsx').then((m) => m.PrintScreen));

const RequestsScreen = inOwnFile(() => import('./screens/requests/requests-screen.tsx').then((m) => m.RequestsScreen));

/** The page of a criterion waits for its own texts only. */
const criterionScreenOf = onePer((criterionId) =>
  lazy(orUnfinished(() => bringWords([criterionId]).then(() => CriterionScreen))),
);

function onePer<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
}

type Props = {
  program: Program;
  updates: Updates;
  /** called when a screen stands there whole; more than once */
  onShown: () => void;
};

/** The whole program on a school's device: frame, screens by address, keys, and the one place where bugs surface. */
export function App({ program, updates, onShown }: Props) {
  return (
    <ProgramContext.Provider value={program}>
      <LocationProvider>
        <ErrorBoundary onError={crash}>
          <div hidden={locked.value}>
            <Screens updates={updates} onShown={onShown} />
          </div>
          {locked.value ? <LockScreen /> : null}
        </ErrorBoundary>
      </LocationProvider>
    </ProgramContext.Provider>
  );
}

function Screens({ updates, onShown }: Omit<Props, 'program'>) {
  const { path } = useLocation();
  const program = useProgram();
  const { delivery } = program;
  const isOfficer = useView(() => delivery.value.enrolment?.role === 'officer', [delivery]);
  const title = useView(() => titleOf(path, isOfficer, program.form), [path, isOfficer, program]);
  const isOpen = useRef(false);
  useProgramKeys();
  useKeptFocus();
  useEffect(() => {
    document.title = `${title} — Готово`;
  }, [title]);
  return (
    <Frame path={path} updates={updates}>
      <CrashMessage />
      <Router
        onRouteChange={() => setTimeout(showAnchor)}
        onLoadEnd={() => {
          // at the opening the browser itself begins at the top of the page
          if (isOpen.current || location.hash) showAnchor();
          isOpen.current = true;
          onShown();
        }}
      >
        {isOfficer ? officeRoutes : schoolRoutes}
        <Route path="/sending" component={SendingScreen} />
        <Route path="/safety" component={() => <SafetyScreen updates={updates} />} />
      </Router>
    </Frame>
  );
}

/** MS7: a branch's device opens with its part of the region's form. */
function HomeRoute() {
  return useSections() === 'branch' ? <MonitoringScreen /> : <Home />;
}

/** MS1: a campaign without the self-assessment has no criteria and no verdict; the routes stay the same whatever campaign comes in. */
const onlyIn = <Props extends object>(allowed: readonly Sections[], Screen: ComponentType<Props>) =>
  function Allowed(props: Props) {
    return allowed.includes(useSections()) ? <Screen {...props} /> : <HomeRoute />;
  };

const inSchool = <Props extends object>(Screen: ComponentType<Props>) =>
  onlyIn(['scored', 'plain', 'forms', 'awaited'], Screen);
const inScored = <Props extends object>(Screen: ComponentType<Props>) => onlyIn(['scored', 'plain'], Screen);

const schoolRoutes = [
  <Route key="/" path="/" component={HomeRoute} />,
  <Route key="passport" path="/passport" component={inSchool(PassportScreen)} />,
  <Route key="criterion" path="/criterion/:criterionId" component={inScored(CriterionRoute)} />,
  <Route key="tables" path="/tables" component={onlyIn(['scored'], TablesScreen)} />,
  <Route key="monitoring" path="/monitoring" component={MonitoringScreen} />,
  <Route key="site-report" path="/site-report" component={inSchool(SiteReportScreen)} />,
  <Route key="verdict" path="/verdict" component={inScored(VerdictScreen)} />,
  <Route key="print" path="/print" component={inSchool(PrintScreen)} />,
  <Route key="requests" path="/requests" component={inSchool(RequestsScreen)} />,
  <Route key="default" default component={HomeRoute} />,
];

/** OF7: an officer's device answers nothing for a school by the school's screens. */
const officeRoutes = [
  ...officeScreens.map(({ path, Screen }) => <Route key={path} path={path} component={Screen} />),
  <Route key="default" default component={officeScreens[0].Screen} />,
];

function CriterionRoute() {
  const { criterionId = '' } = useRoute().params;
  const Screen = criterionScreenOf(criterionId);
  return <Screen key={criterionId} criterionId={criterionId} />;
}

const titleOf = (path: string, isOfficer: boolean, form: Form): string =>
  form.criteria.find(({ id }) => addressOfCriterion(id) === path)?.title ??
  [...(isOfficer ? officeScreens : []), ...routes].find((route) => route.path === path)?.title ??
  (isOfficer ? 'Срок' : 'Обзор');
