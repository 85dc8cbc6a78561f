import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import { useProgram } from '../program.ts';
import type { Updates } from '../updates.ts';
import { FrameMessages } from './frame-messages.tsx';
import { SavingHeader } from './saving-header.tsx';
import { SectionTabs } from './section-tabs.tsx';

/** What stands around every screen: school, the truth about saving, the five sections, messages. */
export function Frame({ path, updates, children }: { path: string; updates: Updates; children: ComponentChildren }) {
  const { saving } = useProgram();
  const atRisk = saving.value.unsaved.length > 0 || saving.value.pending > 0;
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [atRisk]);
  return (
    <>
      <a class="skip" href="#main">
        {frameTexts.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          <Icon sign="logo" />
          {frameTexts.brand}
        </a>
        <School />
        <SavingHeader />
        <Tabs path={path} />
      </header>
      <main id="main" tabIndex={-1}>
        <FrameMessages path={path} updates={updates} />
        {children}
      </main>
    </>
  );
}

function School() {
  const { facts, campaign, delivery } = useProgram();
  const name = facts.value.get('-/passport/shortName')?.[0] ?? delivery.value.enrolment?.place.shortName;
  return (
    <p class="who">
      <b>{typeof name === 'string' ? name : frameTexts.school}</b>
      <span>{frameTexts.selfAssessment(campaign.schoolYear)}</span>
    </p>
  );
}

function Tabs({ path }: { path: string }) {
  const { assessment } = useProgram();
  const open = assessment.value.unanswered.find((key) => key.startsWith('K')) ?? 'K1';
  return <SectionTabs path={path} criterionId={open.slice(0, 2)} />;
}
