import { useId, useState } from 'preact/hooks';
import { examRegisterOf, readExamDates } from '../../../core/form/exam-dates.ts';
import { dateText } from '../../../texts/numbers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useProgram } from '../../program.ts';

/** Adds rows for several dates in one go; a date that is there already, or is no day, adds nothing and stays in the field. */
export function AddExams({ kinds }: { kinds: readonly string[] }) {
  const program = useProgram();
  const id = useId();
  const [exam, setExam] = useState(kinds[0] ?? '');
  const chosen = kinds.includes(exam) ? exam : (kinds[0] ?? '');
  const subjects = program.form.exams.subjects.filter((subject) => !subject.only || subject.only.includes(chosen));
  const [wanted, setWanted] = useState('РУС');
  // a subject of another exam (МАТБ is only in ЕГЭ) is never written under this one
  const subject = subjects.some((one) => one.id === wanted) ? wanted : (subjects[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = () => {
    const { dates, refused } = readExamDates(typed, program.campaign.schoolYear);
    const keys = dates.map((date) => examRegisterOf({ exam: chosen, subject, date }));
    const twice = dates.find((_, at) => program.facts.value.has(keys[at] ?? ''));
    const title = subjects.find((one) => one.id === subject)?.title ?? subject;
    if (refused[0]) return setProblem(tableTexts.badDate(refused[0].typed));
    if (dates.length === 0) return setProblem(tableTexts.noDates);
    if (twice) return setProblem(tableTexts.duplicate(`${title} ${dateText(twice)}`));
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
      <div class="f">
        <label class="lab" for={`${id}e`}>
          {tableTexts.exam}
        </label>
        <select id={`${id}e`} value={chosen} onChange={(event) => setExam(event.currentTarget.value)}>
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </div>
      <div class="f grow">
        <label class="lab" for={`${id}s`}>
          {tableTexts.subject}
        </label>
        <select id={`${id}s`} value={subject} onChange={(event) => setWanted(event.currentTarget.value)}>
          {subjects.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      <div class="f grow">
        <label class="lab" for={`${id}d`}>
          {tableTexts.dates}
        </label>
        <input
          id={`${id}d`}
          type="text"
          autocomplete="off"
          value={typed}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${id}p` : `${id}h`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="btn">
        <Icon sign="plus" />
        {tableTexts.addRows}
      </button>
      <p class="hint full" id={`${id}h`}>
        {tableTexts.datesHint}
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
