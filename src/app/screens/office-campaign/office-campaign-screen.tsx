import { useState } from 'preact/hooks';
import type { Campaign } from '../../../core/submission/campaigns.ts';
import { collectsScored } from '../../../core/submission/collected-forms.ts';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { CampaignFieldView } from './campaign-field.tsx';
import { FormsSection } from './forms-section.tsx';
import { OverlayEditor } from './overlay-editor.tsx';
import { PublishBar } from './publish-bar.tsx';
import { SchoolsSection } from './schools-section.tsx';
import { TasksSection } from './tasks-section.tsx';
import { useCampaignDraft } from './use-campaign-draft.ts';

/** An officer announces a campaign or changes the one on screen; what is published is whole. */
export function OfficeCampaignScreen() {
  const { campaign } = useOffice();
  const [isNext, setIsNext] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const current = campaign.value;
  const edited = isNext ? null : current;
  const turn = (next: boolean, done: boolean) => {
    setIsNext(next);
    setIsDone(done);
  };
  return (
    <div class="stack">
      <p class="crumb">
        <a href="/">{texts.crumb}</a>
      </p>
      <h1>{edited ? (edited.title ?? texts.title) : texts.newTitle}</h1>
      <p class="row">
        <Choice />
        {current ? (
          <button type="button" class="btn" onClick={() => turn(!isNext, false)}>
            <Icon sign={isNext ? 'prev' : 'plus'} />
            {isNext ? texts.backToCurrent : texts.next}
          </button>
        ) : null}
        <a class="btn" href="/systems">
          {texts.systems}
        </a>
      </p>
      {isDone ? <Message sign="yes" tone="ok" title={texts.done} /> : null}
      <Editor key={edited?.id ?? 'next'} campaign={edited} previous={current} onPublished={() => turn(false, true)} />
    </div>
  );
}

/** Weights and thresholds are the scored form's. */

function Choice() {
  const { campaign, campaigns, choose } = useOffice();
  if (campaigns.value.length < 2) return null;
  return (
    <label class="f grow">
      <span class="vh">{texts.which}</span>
      <select value={campaign.value?.id ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {campaigns.value.map(({ id, title, schoolYear }) => (
          <option key={id} value={id}>
            {title ?? schoolYear}
          </option>
        ))}
      </select>
    </label>
  );
}

type Props = { campaign: Campaign | null; previous: Campaign | null; onPublished: () => void };

function Editor({ campaign, previous, onPublished }: Props) {
  const drafting = useCampaignDraft(campaign, previous);
  const [isTold, setIsTold] = useState(false);
  const field = { drafting, isTold };
  return (
    <div class="stack wide">
      <PublishBar
        drafting={drafting}
        onTold={() => setIsTold(true)}
        onPublished={() => {
          setIsTold(false);
          onPublished();
        }}
      />
      {!campaign && previous ? <p class="lead">{texts.nextFrom(previous.title ?? previous.schoolYear)}</p> : null}
      <section class="stack form" aria-labelledby="main-part">
        <h2 id="main-part">{texts.sections.main}</h2>
        <CampaignFieldView field="title" {...field} />
        <CampaignFieldView field="schoolYear" {...field} />
        <CampaignFieldView field="basis" {...field} />
        <CampaignFieldView field="methodology" {...field} />
        <FormsSection {...field} />
      </section>
      <section class="stack" aria-labelledby="dates-part">
        <h2 id="dates-part">{texts.sections.dates}</h2>
        <div class="row end">
          {(['asOf', 'due', 'periodFrom', 'periodTo'] as const).map((name) => (
            <CampaignFieldView key={name} field={name} kind="day" {...field} />
          ))}
        </div>
        <div class="row end">
          {(['reportDate', 'acts', 'yearEnd'] as const).map((name) => (
            <CampaignFieldView key={name} field={name} kind="day" {...field} />
          ))}
        </div>
      </section>
      <section class="stack form" aria-labelledby="letter-part">
        <h2 id="letter-part">{texts.sections.letter}</h2>
        <CampaignFieldView field="letterText" kind="text" {...field} />
        <div class="row end">
          <CampaignFieldView field="letterNumber" {...field} />
          <CampaignFieldView field="letterOn" kind="day" {...field} />
          <CampaignFieldView field="letterSigner" {...field} />
        </div>
        <p>
          <a class="btn" href={campaign ? '/campaign-letter' : '/campaign-letter?next'}>
            <Icon sign="doc" />
            {texts.letter}
          </a>
        </p>
      </section>
      <SchoolsSection drafting={drafting} isTold={isTold} />
      {collectsScored(drafting.draft) ? <OverlayEditor drafting={drafting} /> : null}
      <TasksSection />
    </div>
  );
}
