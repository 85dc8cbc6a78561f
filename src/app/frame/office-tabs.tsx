import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Sign } from '../../ui/signs.tsx';
import { officeScreens } from '../office-screens.tsx';
import { useProgram } from '../program.ts';
import { useView } from '../use-view.ts';

/** The sections of an officer's device: those of his screens that have a tab, and the exchange with the server. */
export function OfficeTabs({ path }: { path: string }) {
  const shared = ['/sending', '/safety', '/school-files'].includes(path);
  const { delivery } = useProgram();
  const isRegion = useView(() => delivery.value.enrolment?.place.kind === 'region', [delivery]);
  const own = officeScreens.flatMap(({ path: address, title, sign, isRegions }): [string, string, Sign, boolean][] =>
    sign && (isRegion || !isRegions)
      ? [[address, title, sign, address === '/' ? path === '/' : path.startsWith(address)]]
      : [],
  );
  return (
    <nav class="tabs" aria-label={frameTexts.sections}>
      {[...own, ['/sending', frameTexts.exchange, 'up', shared] as const].map(([href, title, sign, current]) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          <Icon sign={sign} />
          {title}
        </a>
      ))}
    </nav>
  );
}
