import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import type { Sign } from '../ui/signs.tsx';
import { bringWords } from './form-on-screen.ts';
import { orUnfinished } from './unfinished.tsx';

/** What brings the files of officers' screens; no other device asks for them. */
const loads: (() => Promise<unknown>)[] = [];

function inOwnFile<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const whole = () => Promise.all([load(), import('./office/office-gate.tsx'), bringWords()]);
  loads.push(whole);
  return lazy(orUnfinished(() => whole().then(([screen, { inOffice }]) => inOffice(screen))));
}

type OfficeScreen = {
  path: string;
  title: string;
  /** of its tab in the frame; without one it is reached from another screen */
  sign?: Sign;
  /** its tab stands only on a region's device */
  isRegions?: true;
  Screen: ComponentType<object>;
};

/** Every address of an officer's device, in the order of its tabs, besides those it shares with a school's; the first is where it opens. */
export const officeScreens: readonly [OfficeScreen, ...OfficeScreen[]] = [
  {
    path: '/',
    title: 'Срок',
    sign: 'clock',
    Screen: inOwnFile(() => import('./screens/office-board/office-board-screen.tsx').then((m) => m.OfficeBoardScreen)),
  },
  {
    path: '/picture',
    title: 'Картина',
    sign: 'grid',
    Screen: inOwnFile(() =>
      import('./screens/office-picture/office-picture-screen.tsx').then((m) => m.OfficePictureScreen),
    ),
  },
  {
    path: '/report',
    title: 'Справка',
    sign: 'doc',
    Screen: inOwnFile(() =>
      import('./screens/office-report/office-report-screen.tsx').then((m) => m.OfficeReportScreen),
    ),
  },
  {
    path: '/network',
    title: 'Сеть',
    sign: 'people',
    isRegions: true,
    Screen: inOwnFile(() =>
      import('./screens/office-network/office-network-screen.tsx').then((m) => m.OfficeNetworkScreen),
    ),
  },
  {
    path: '/lists',
    title: 'Списки и сеть',
    Screen: inOwnFile(() => import('./screens/office-lists/office-lists-screen.tsx').then((m) => m.OfficeListsScreen)),
  },
  {
    path: '/report/paper',
    title: 'Вид документов',
    Screen: inOwnFile(() => import('./screens/office-paper-look/paper-look-screen.tsx').then((m) => m.PaperLookScreen)),
  },
  {
    path: '/schools/:id',
    title: 'Проверка',
    Screen: inOwnFile(() =>
      import('./screens/office-school/office-school-screen.tsx').then((m) => m.OfficeSchoolScreen),
    ),
  },
  {
    path: '/site-checks',
    title: 'Сайты',
    sign: 'grid',
    Screen: inOwnFile(() => import('./screens/office-sites/office-sites-screen.tsx').then((m) => m.OfficeSitesScreen)),
  },
  {
    path: '/paper',
    title: 'Бумага',
    sign: 'pen',
    Screen: inOwnFile(() => import('./screens/office-paper/paper-list-screen.tsx').then((m) => m.PaperListScreen)),
  },
  {
    path: '/paper/:id',
    title: 'Ввод с бумаги',
    Screen: inOwnFile(() => import('./screens/office-paper/paper-entry-screen.tsx').then((m) => m.PaperEntryScreen)),
  },
  {
    path: '/monitoring-rows',
    title: 'Мониторинг',
    Screen: inOwnFile(() =>
      import('./screens/office-monitoring/office-monitoring-screen.tsx').then((m) => m.OfficeMonitoringScreen),
    ),
  },
  {
    path: '/monitoring-table',
    title: 'Таблица мониторинга',
    Screen: inOwnFile(() =>
      import('./screens/office-monitoring-table/monitoring-table-screen.tsx').then((m) => m.MonitoringTableScreen),
    ),
  },
  {
    path: '/campaign',
    title: 'Кампания',
    Screen: inOwnFile(() =>
      import('./screens/office-campaign/office-campaign-screen.tsx').then((m) => m.OfficeCampaignScreen),
    ),
  },
  {
    path: '/forms',
    title: 'Формы',
    Screen: inOwnFile(() => import('./screens/office-forms/office-forms-screen.tsx').then((m) => m.OfficeFormsScreen)),
  },
  {
    path: '/systems',
    title: 'Системы',
    Screen: inOwnFile(() =>
      import('./screens/office-systems/office-systems-screen.tsx').then((m) => m.OfficeSystemsScreen),
    ),
  },
  {
    path: '/campaign-letter',
    title: 'Письмо школам',
    Screen: inOwnFile(() =>
      import('./screens/campaign-letter/campaign-letter-screen.tsx').then((m) => m.CampaignLetterScreen),
    ),
  },
  {
    path: '/call-list',
    title: 'Список звонков',
    Screen: inOwnFile(() => import('./screens/call-list/call-list-screen.tsx').then((m) => m.CallListScreen)),
  },
  {
    path: '/vendor-requests',
    title: 'Запросы поставщикам',
    Screen: inOwnFile(() =>
      import('./screens/office-requests/office-requests-screen.tsx').then((m) => m.OfficeRequestsScreen),
    ),
  },
  {
    path: '/school-files',
    title: 'Файлы школ',
    Screen: inOwnFile(() => import('./screens/school-files/school-files-screen.tsx').then((m) => m.SchoolFilesScreen)),
  },
];

/** W2 on an officer's device. */
export const bringOfficeScreens = (): Promise<unknown> => Promise.allSettled(loads.map((load) => load()));
