import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { examRegisterOf, readExamDates } from '../../../core/form/exam-dates.ts';
import { isTablePaste } from '../../../core/form/paste.ts';
import { readPastedExams } from '../../../core/form/paste-exams.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type Pasted, usePaste } from '../../paste-preview.tsx';
import { type Program, useProgram } from '../../program.ts';
import { registerName } from '../../register-name.ts';
import { PasteBox } from './paste-box.tsx';

type Chosen = { exam: string; subject: string };

/** Adds exam rows: several dates in one go, or rows from a spreadsheet. */
export function AddExams({ kinds }: { kinds: readonly string[] }) {
  const program = useProgram();
  const paste = usePaste();
  const [boxOpen, setBoxOpen] = useState(false);
  const [exam, setExam] = useState(kinds[0] ?? '');
  const chosenExam = kinds.includes(exam) ? exam : (kinds[0] ?? '');
  const subjects = program.form.exams.subjects.filter((one) => !one.only || one.only.includes(chosenExam));
  const [wanted, setWanted] = useState('РУС');
  // a subject of another exam (МАТБ is only in ЕГЭ) is never written under this one
  const subject = subjects.some((one) => one.id === wanted) ? wanted : (subjects[0]?.id ?? '');
  const chosen = { exam: chosenExam, subject };
  const show = (text: string) => paste.show(readPaste(program, text, kinds, chosen));
  return (
    <>
      <DatesForm chosen={chosen} onTablePaste={show} onOpenBox={() => setBoxOpen(true)}>
        <Choice label={tableTexts.exam} value={chosenExam} options={kinds.map((id) => ({ id }))} onChange={setExam} />
        <Choice label={tableTexts.subject} value={subject} options={subjects} onChange={setWanted} grow />
      </DatesForm>
      {boxOpen ? (
        <PasteBox
          hint={tableTexts.pasteExamsHint}
          onShow={(text) => {
            setBoxOpen(false);
            show(text);
          }}
          onClose={() => setBoxOpen(false)}
        />
      ) : null}
      {paste.shown}
    </>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { id: string; title?: string }[];
  onChange: (id: string) => void;
  grow?: boolean;
}) {
  const id = useId();
  return (
    <div class={props.grow ? 'f grow' : 'f'}>
      <label class="lab" for={id}>
        {props.label}
      </label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title ?? one.id}
          </option>
        ))}
      </select>
    </div>
  );
}

type DatesProps = {
  chosen: Chosen;
  children: ComponentChildren;
  onTablePaste: (text: string) => void;
  onOpenBox: () => void;
};

/** Dates in one field, a row for each; one that is there already, or is no day, adds nothing and stays in the field. */
function DatesForm({ chosen, children, onTablePaste, onOpenBox }: DatesProps) {
  const program = useProgram();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { dates, refused } = readExamDates(typed, program.campaign.schoolYear);
  const add = () => {
    const keys = dates.map((date) => examRegisterOf({ ...chosen, date }));
    const twice = keys.find((key) => program.facts.value.has(key));
    if (refused[0]) return setProblem(tableTexts.badDate(refused[0].typed));
    if (dates.length === 0) return setProblem(tableTexts.noDates);
    if (twice) return setProblem(tableTexts.duplicate(registerName(program.form, twice)));
    for (const key of keys) program.answer(key, { state: 'notLoaded' });
    setTyped('');
    setProblem(null);
  };
  return (
    <form
      class="card row end"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {children}
      <div class="f grow">
        <label class="lab" for={id}>
          {tableTexts.dates}
        </label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          value={typed}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${id}p` : `${id}h`}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onPaste={(event) => {
            const text = event.clipboardData?.getData('text') ?? '';
            if (!isTablePaste(text)) return;
            event.preventDefault();
            onTablePaste(text);
          }}
        />
      </div>
      <button type="submit" class="btn">
        <Icon sign="plus" />
        {dates.length === 0 ? tableTexts.addRows : tableTexts.addDates(dates.length)}
      </button>
      <button type="button" class="btn sm" onClick={onOpenBox}>
        <Icon sign="grid" />
        {tableTexts.pasteOpen}
      </button>
      <p class="hint" id={`${id}h`}>
        {tableTexts.datesHint(program.campaign.schoolYear)}
      </p>
      {problem ? (
        <p class="err" id={`${id}p`} role="status">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </form>
  );
}

function readPaste(program: Program, text: string, kinds: readonly string[], chosen: Chosen): Pasted {
  const { form, campaign, facts } = program;
  const { taken, left } = readPastedExams(text, {
    ...chosen,
    kinds,
    exams: form.exams,
    schoolYear: campaign.schoolYear,
    isThere: (key) => facts.value.has(key),
  });
  return {
    title: taken.length > 0 ? tableTexts.pasteRows(taken.length) : tableTexts.pasteNoRows,
    taken: taken.map(({ key, value }) => ({
      key,
      value,
      words: `${registerName(form, key)}: ${registerWords(form, key, value)}`,
    })),
    left,
  };
}
