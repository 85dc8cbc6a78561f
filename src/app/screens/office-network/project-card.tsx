import { networkSections, type ProjectField, projectFields } from '../../../core/site-report/project.ts';
import { networkTexts } from '../../../texts/network-report.ts';
import { networkScreenTexts as texts } from '../../../texts/network-screen.ts';
import type { NetworkState } from './network-state.ts';
import { AreaField, LineField } from './saved-fields.tsx';

const lines: readonly ProjectField[] = ['name', 'holder', 'address', 'term'];

/** NR3: the passport of the project, typed once, and what the region itself says this year. */
export function ProjectCard({ state }: { state: NetworkState }) {
  const project = state.project.value;
  const campaign = state.campaign.value;
  const own = state.texts.value;
  return (
    <>
      <section class="card stack form" aria-labelledby="project">
        <h2 id="project">{texts.passport}</h2>
        <p class="hint">{texts.passportHint}</p>
        {projectFields.map((field) => {
          const Field = lines.includes(field) ? LineField : AreaField;
          return (
            <Field
              key={field}
              label={networkTexts.project[field]}
              {...(field === 'head' || field === 'coordinators' ? { hint: texts.contactsHint } : {})}
              stored={project[field] ?? ''}
              save={(text) => state.saveProject(field, text)}
            />
          );
        })}
      </section>
      {campaign ? (
        <section class="card stack form" aria-labelledby="own-words">
          <h2 id="own-words">{texts.ownWords(campaign.schoolYear)}</h2>
          <p class="hint">{texts.ownWordsHint}</p>
          {networkSections.map((section) => (
            <AreaField
              key={`${campaign.id} ${section}`}
              label={texts.sections[section]}
              stored={own[section]}
              save={(text) => state.saveText(campaign.id, section, text)}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}
