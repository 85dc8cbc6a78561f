import type { ComponentChildren } from 'preact';
import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import { SectionTabs } from './section-tabs.tsx';

/** The frame before the program has come: ways on, and no word yet about answers, for the two copies are still compared. */
export function Opening({ said }: { said?: ComponentChildren }) {
  return (
    <>
      <header class="top">
        <a class="brand" href="/">
          <Icon sign="logo" />
          {frameTexts.brand}
        </a>
        {isOfficer() ? null : <SectionTabs path={location.pathname} criterionId="K1" />}
      </header>
      <main id="main" tabIndex={-1}>
        {said ?? <p role="status">{frameTexts.opening}</p>}
      </main>
    </>
  );
}

/** An officer's device has sections of its own; who this is stands there before the program comes. */
function isOfficer(): boolean {
  try {
    return localStorage.getItem('gotovo-enrolment')?.includes('"role":"officer"') ?? false;
  } catch {
    return false; // blocked by a setting of the browser
  }
}
