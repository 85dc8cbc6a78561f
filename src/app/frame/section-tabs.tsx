import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Sign } from '../../ui/signs.tsx';

/** The five sections. `criterionId`: where «Показатели» leads, the criterion of the next unanswered. */
export function SectionTabs({ path, criterionId }: { path: string; criterionId: string }) {
  const tabs: [string, string, Sign, boolean][] = [
    ['/', frameTexts.overview, 'home', path === '/'],
    [`/criterion/${criterionId}`, frameTexts.indicators, 'pen', path.startsWith('/criterion')],
    ['/tables', frameTexts.tables, 'grid', path === '/tables'],
    ['/verdict', frameTexts.verdict, 'chart', path === '/verdict'],
    ['/sending', frameTexts.sending, 'up', ['/sending', '/safety'].includes(path)],
  ];
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
