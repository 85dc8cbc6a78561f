import type { Criterion, Form, Indicator } from '../../../core/form/form.ts';
import {
  indicatorFields,
  isChanged,
  type OverlayField,
  overlayChanges,
  overlayFields,
} from '../../../core/form/overlay-fields.ts';
import { markedId } from '../../../reports/report-words.ts';
import { campaignTexts, overlayTexts as texts } from '../../../texts/campaign.ts';
import { shownId } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { OpenedOnce } from './opened-once.tsx';
import { OverlayFieldView } from './overlay-field.tsx';
import type { Drafting } from './use-campaign-draft.ts';

/** CN5: the campaign's own weights, thresholds and texts beside those of the form; after the first submission only what was changed is shown. */
export function OverlayEditor({ drafting }: { drafting: Drafting }) {
  const { form, draft, problems, submitted } = drafting;
  const changes = overlayChanges(form, draft.overlay);
  const general = problems.overlay.some(({ code }) => code === 'nothing-counts');
  return (
    <section class="stack" aria-labelledby="overlay-part">
      <h2 id="overlay-part">{campaignTexts.sections.overlay}</h2>
      <Changes form={form} changes={changes} drafting={drafting} />
      {general ? (
        <p class="err">
          <Icon sign="stop" />
          <span>{texts.problems['nothing-counts']}</span>
        </p>
      ) : null}
      {submitted > 0 ? null : (
        <>
          <p>{texts.lead}</p>
          <Group title={texts.levels} prefixes={['levels/']} form={form} drafting={drafting} />
          <Group title={texts.tables} prefixes={['journalFill/', 'deadlines/']} form={form} drafting={drafting} />
          {form.criteria.map((criterion) => (
            <CriterionGroup key={criterion.id} criterion={criterion} form={form} drafting={drafting} />
          ))}
          <Checks form={form} drafting={drafting} />
        </>
      )}
    </section>
  );
}

type Part = { form: Form; drafting: Drafting };

function Changes({ changes, drafting: { draft } }: Part & { changes: readonly OverlayField[] }) {
  return (
    <>
      <p role="status">{texts.changes(changes.length)}</p>
      <ul>
        {changes.map((field) => (
          <li key={field.key}>
            {texts.change(
              texts.fieldOf(field.key.split('/')),
              field.own,
              field.kind === 'switch' ? texts.off : (draft.overlay[field.key] ?? ''),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const titled = (title: string, fields: readonly OverlayField[], { draft }: Drafting): string => {
  const changed = fields.filter((field) => isChanged(field, draft.overlay)).length;
  return changed > 0 ? `${title} — ${texts.changedIn(changed)}` : title;
};

function Group({ title, prefixes, form, drafting }: Part & { title: string; prefixes: readonly string[] }) {
  const fields = overlayFields(form).filter(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  return (
    <OpenedOnce title={titled(title, fields, drafting)}>
      <div class="row start">
        {fields.map((field) => (
          <OverlayFieldView key={field.key} field={field} drafting={drafting} />
        ))}
      </div>
    </OpenedOnce>
  );
}

function CriterionGroup({ criterion, form, drafting }: Part & { criterion: Criterion }) {
  const { id, title, indicators } = criterion;
  const weight = overlayFields(form).filter(({ key }) => key === `weights/${id}`);
  const all = [...weight, ...indicators.flatMap(indicatorFields)];
  return (
    <OpenedOnce title={titled(texts.criterion(id, title), all, drafting)}>
      {weight.map((field) => (
        <OverlayFieldView key={field.key} field={field} drafting={drafting} />
      ))}
      {indicators.map((indicator) => (
        <IndicatorGroup key={indicator.id} indicator={indicator} drafting={drafting} />
      ))}
    </OpenedOnce>
  );
}

function IndicatorGroup({ indicator, drafting }: { indicator: Indicator; drafting: Drafting }) {
  const fields = indicatorFields(indicator);
  const shown = (isText: boolean) =>
    fields
      .filter(({ kind }) => (kind === 'text') === isText)
      .map((field) => <OverlayFieldView key={field.key} field={field} drafting={drafting} />);
  return (
    <section class="card stack" aria-label={shownId(indicator.id)}>
      <h3>
        {markedId(indicator.id, indicator.critical)}. {indicator.question}
      </h3>
      <div class="row start">{shown(false)}</div>
      <div class="two">{shown(true)}</div>
    </section>
  );
}

function Checks({ form, drafting }: Part) {
  const { draft, change, keep } = drafting;
  const fields = overlayFields(form).filter(({ key }) => key.startsWith('off/'));
  const turn = (key: string, isOn: boolean) => {
    change({ overlay: { ...draft.overlay, [key]: isOn ? '' : 'off' } });
    keep();
  };
  return (
    <OpenedOnce title={titled(texts.checks, fields, drafting)}>
      <ul class="plain">
        {form.site.checks.map(({ id, question }) => (
          <li key={id}>
            <label class="tick">
              <input
                type="checkbox"
                checked={draft.overlay[`off/${id}`] !== 'off'}
                onChange={(event) => turn(`off/${id}`, event.currentTarget.checked)}
              />
              {texts.checkOn(id, question)}
            </label>
          </li>
        ))}
      </ul>
    </OpenedOnce>
  );
}
