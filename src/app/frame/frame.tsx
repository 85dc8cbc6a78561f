import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { criterionIdOf } from '../../core/form/form.ts';
import { scoredFormId } from '../../core/submission/collected-forms.ts';
import { frameTexts } from '../../texts/frame.ts';
import { Icon } from '../../ui/icon.tsx';
import { isKeptApart, useProgram } from '../program.ts';
import type { Updates } from '../updates.ts';
import { useRegister, useView } from '../use-view.ts';
import { FrameMessages } from './frame-messages.tsx';
import { OfficeTabs } from './office-tabs.tsx';
import { SavingHeader } from './saving-header.tsx';
import { type Sections, SectionTabs } from './section-tabs.tsx';
import { useSections } from './use-sections.ts';

/** What stands around every screen: school, the truth about saving, the five sections, messages. */
export function Frame({ path, updates, children }: { path: string; updates: Updates; children: ComponentChildren }) {
  const { saving } = useProgram();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { unsaved, pending } = saving.value;
      if ((unsaved.length > 0 && !isKeptApart(saving.value)) || pending > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [saving]);
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
  const { campaign, form, delivery } = useProgram();
  const sections = useSections();
  const enrolledName = useView(() => delivery.value.enrolment?.place.shortName ?? null, [delivery]);
  const isOfficer = useView(() => delivery.value.enrolment?.role === 'officer', [delivery]);
  const name = useRegister('-/passport/shortName')[0]?.value ?? enrolledName;
  return (
    <p class="who">
      <b>{typeof name === 'string' ? name : frameTexts.school}</b>
      <span>{isOfficer ? frameTexts.office : wordsOf(sections, form)(campaign.schoolYear)}</span>
    </p>
  );
}

/** The program's own form is called by what it is for, a published one by its title. */
function wordsOf(sections: Sections, { id, title }: { id: string; title: string }) {
  if (sections === 'forms' || sections === 'branch') return frameTexts.regionFormOf;
  return id === scoredFormId || title === '' ? frameTexts.selfAssessment : frameTexts.formOf(title);
}

function Tabs({ path }: { path: string }) {
  const { assessment, delivery, form } = useProgram();
  const isOfficer = useView(() => delivery.value.enrolment?.role === 'officer', [delivery]);
  const sections = useSections();
  const open = useView(() => {
    const criteria = assessment.value.unanswered.map((key) => criterionIdOf(form, key));
    return criteria.find((id) => id !== null) ?? form.criteria[0]?.id ?? '';
  }, [assessment, form]);
  if (isOfficer) return <OfficeTabs path={path} />;
  return <SectionTabs path={path} criterionId={open} kind={sections} />;
}
