import { useId, useState } from 'preact/hooks';
import type { FileCampaign } from '../../../core/answers-file/file-campaign.ts';
import type { ColumnForm } from '../../../core/form/column-form.ts';
import { contactsIn, type NamedContact } from '../../../core/monitoring/contacts.ts';
import { erasedBy } from '../../../core/private-values/private-values.ts';
import { contactWords } from '../../../reports/region/monitoring-cells.ts';
import { monitoringOfficeTexts } from '../../../texts/monitoring-office.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Message } from '../../../ui/message.tsx';
import { usePrivateValues } from '../../monitoring/use-private-values.ts';
import { useOffice } from '../../office/office.ts';
import type { Answered, PrivateValues } from '../../private-values/private-values.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import { contactsUntil } from './contacts-term.ts';
import type { SchoolLine } from './monitoring-state.ts';

const words = monitoringOfficeTexts.contacts;

type Props = { line: SchoolLine; form: ColumnForm; campaign: FileCampaign };

/** `given`: the endpoint gave values and wrote it down; `nothing`: it has none of them; `closed`: they cannot be kept here. */
type Asked = 'not' | 'asking' | 'given' | 'nothing' | 'nobody' | 'denied' | 'closed';

const outcomeOf = ({ isWhole, given, denied }: Answered): Asked => {
  if (!isWhole) return 'nobody';
  return denied.size > 0 ? 'denied' : given.size > 0 ? 'given' : 'nothing';
};

/** PV8: the contacts a school has given, shown when the officer asks for them: every time the endpoint writes it down. */
export function SchoolContacts({ line, form, campaign }: Props) {
  const office = useOffice();
  const values = usePrivateValues();
  const id = useId();
  const [asked, setAsked] = useState<Asked>('not');
  const today = localDay(useProgram().now());
  const schoolId = line.place.id;
  const named = contactsIn(form, line.rows);
  const until = contactsUntil(office, campaign, schoolId);
  const isOver = until < today;
  const isShown = asked === 'given' || asked === 'nothing' || asked === 'nobody';
  const refusal = asked === 'nobody' || asked === 'denied' || asked === 'closed' ? asked : null;

  async function ask(): Promise<void> {
    if (!values || asked === 'asking') return;
    if (isShown) return setAsked('not');
    setAsked('asking');
    const wanted = new Map([[schoolId, named.map(({ hash }) => hash)]]);
    const answered = await values.ask(wanted, () => until).catch(() => null);
    setAsked(answered === null ? 'closed' : outcomeOf(answered));
  }

  return (
    <section class="stack tight" aria-labelledby={`${id}h`}>
      <h3 id={`${id}h`}>{words.title}</h3>
      {named.length === 0 ? (
        <p>{words.none}</p>
      ) : isOver ? (
        <p>{words.over(dateText(until))}</p>
      ) : values === null ? (
        <Message sign="warn" tone="warn" title={words.closed} />
      ) : (
        <>
          <p id={`${id}t`}>{words.what(dateText(until))}</p>
          <p class="row noprint">
            <button
              type="button"
              class="btn"
              aria-expanded={isShown}
              aria-disabled={!values || asked === 'asking'}
              aria-describedby={`${id}t`}
              onClick={() => void ask()}
            >
              {isShown ? words.hide : words.show}
            </button>
            <span role="status">{asked === 'asking' ? words.asking : asked === 'given' ? words.written : ''}</span>
          </p>
          {refusal ? (
            <Message sign="warn" tone="warn" title={words[refusal]}>
              {refusal === 'closed' ? null : <p>{words.refusals[refusal]}</p>}
            </Message>
          ) : null}
          {isShown && values ? (
            <Values line={line} form={form} named={named} contactOf={values.valueOf} isAnswered={asked !== 'nobody'} />
          ) : null}
        </>
      )}
    </section>
  );
}

type ValuesProps = Omit<Props, 'campaign'> & {
  named: readonly NamedContact[];
  contactOf: PrivateValues['valueOf'];
  isAnswered: boolean;
};

/** A row a contact; of what is not here, why. */
function Values({ line, form, named, contactOf, isAnswered }: ValuesProps) {
  const erased = new Set(useOffice().revisionsOf(line.place.id).flatMap(erasedBy));
  const shownOf = (hash: string, fields: readonly string[]): string => {
    const value = contactOf(hash);
    if (value !== null) return contactWords(fields, value);
    if (erased.has(hash)) return words.erased;
    return isAnswered ? words.notThere : words.notHere;
  };
  return (
    <div class="scroll fold dense">
      <table>
        <caption class="vh">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{monitoringOfficeTexts.column}</th>
            <th scope="col">{words.whose}</th>
            <th scope="col">{words.contact}</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ branchId, columnId, hash }) => {
            const column = form.columns.find(({ id }) => id === columnId);
            const branch = line.rows.branches.find(({ id }) => id === branchId);
            return (
              <tr key={`${columnId} ${branchId}`}>
                <th scope="row">
                  {columnId}. {column?.title}
                </th>
                <td data-l={words.whose}>{branch?.name ?? monitoringOfficeTexts.ofSchool}</td>
                <td data-l={words.contact}>{shownOf(hash, column?.fields ?? [])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
