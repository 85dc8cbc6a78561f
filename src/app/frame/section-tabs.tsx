import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Sign } from '../../ui/signs.tsx';
import { addressOfCriterion } from '../routes.ts';

type Tab = [address: string, title: string, sign: Sign, isCurrent: boolean];

/**
 * What is filled in on a device: a form with a score (the region's form beside it among the tables; `plain`: there are no tables),
 * other forms alone, a branch's part of the region's form, or nothing yet, for the form has not come (`awaited`).
 */
export type Sections = 'scored' | 'plain' | 'forms' | 'branch' | 'awaited';

/** The sections. `criterionId`: where «Показатели» leads, the criterion of the next unanswered. */
export function SectionTabs({
  path,
  criterionId,
  kind = 'scored',
}: {
  path: string;
  criterionId: string;
  kind?: Sections;
}) {
  const isForm = path === '/monitoring';
  const overview: Tab = ['/', frameTexts.overview, 'home', path === '/'];
  const sending: Tab = ['/sending', frameTexts.sending, 'up', ['/sending', '/safety'].includes(path)];
  const scored: Tab[] = [
    overview,
    [addressOfCriterion(criterionId), frameTexts.indicators, 'pen', path.startsWith('/criterion')],
    ['/tables', frameTexts.tables, 'grid', path === '/tables' || isForm],
    ['/verdict', frameTexts.verdict, 'chart', path === '/verdict'],
    sending,
  ];
  const forms: Tab[] = [
    overview,
    ['/monitoring', frameTexts.regionForm, 'grid', isForm],
    ['/passport', frameTexts.passport, 'pen', path === '/passport'],
    sending,
  ];
  const branch: Tab[] = [['/', frameTexts.regionForm, 'grid', path === '/' || isForm], sending];
  const plain = scored.filter(([href]) => href !== '/tables');
  const awaited = forms.filter(([href]) => href !== '/monitoring');
  const tabs = { scored, plain, forms, branch, awaited }[kind];
  return (
    <nav class="tabs" aria-label={frameTexts.sections}>
      {tabs.map(([href, title, sign, current]) => (
        <a key={title} href={href} aria-current={current ? 'page' : undefined}>
          <Icon sign={sign} />
          {title}
        </a>
      ))}
    </nav>
  );
}
