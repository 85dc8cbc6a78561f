import { useId } from 'preact/hooks';
import type { Form } from '../../../core/form/form.ts';
import { findingCounts } from '../../../reports/picture/finding-counts.ts';
import { levelNames, type PictureFilter } from '../../../reports/picture/picture-school.ts';
import { shownId } from '../../../texts/numbers.ts';
import { pictureTexts as words } from '../../../texts/picture.ts';
import type { PictureState } from './picture-state.ts';

type Choice = { value: string; title: string };
const states = ['neverOpened', 'filling', 'submitted', 'returned', 'accepted'] as const;

/** AY5: narrows every figure below to schools of one level, one state, with one finding. */
export function Filters({ state, form }: { state: PictureState; form: Form }) {
  const { filter, all, schools } = state;
  const put = (name: keyof PictureFilter, value: string) => {
    const { [name]: _old, ...rest } = filter.value;
    filter.value = value === '' ? rest : { ...rest, [name]: value };
  };
  const isSet = Object.keys(filter.value).length > 0;
  const findings = findingCounts(form, all.value).map(({ indicatorId, finding }) => ({
    value: indicatorId,
    title: `${shownId(indicatorId)} ${finding}`,
  }));
  return (
    <section class="stack tight" aria-label={words.filters}>
      <div class="row filters">
        <Select
          label={words.byLevel}
          any={words.anyLevel}
          value={filter.value.level ?? ''}
          choices={levelNames.map((value) => ({ value, title: words.level[value] }))}
          onChoose={(value) => put('level', value)}
        />
        <Select
          label={words.byState}
          any={words.any}
          value={filter.value.state ?? ''}
          choices={states.map((value) => ({ value, title: words.state[value] }))}
          onChoose={(value) => put('state', value)}
        />
        <Select
          label={words.byFinding}
          any={words.any}
          value={filter.value.finding ?? ''}
          choices={findings}
          onChoose={(value) => put('finding', value)}
        />
        {isSet ? (
          <button
            type="button"
            class="btn sm"
            onClick={() => {
              filter.value = {};
            }}
          >
            {words.reset}
          </button>
        ) : null}
      </div>
      <p role="status" class="hint">
        {isSet ? words.filtered(schools.value.length, all.value.length) : ''}
      </p>
    </section>
  );
}

type SelectProps = {
  label: string;
  any: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
};

function Select({ label, any, value, choices, onChoose }: SelectProps) {
  const id = useId();
  return (
    <div class="f">
      <label class="lab" for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  );
}
