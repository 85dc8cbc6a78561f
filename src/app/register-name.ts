import type { Form } from '../core/form/form.ts';
import { ownOf } from '../core/own-of.ts';
import { dateText, monthText, shownId } from '../texts/numbers.ts';
import { passportTexts } from '../texts/passport.ts';
import { registerTexts } from '../texts/registers.ts';
import { submissionTexts } from '../texts/submission.ts';

/** What a register is called to people: «К3-01», «К3-01, подтверждение», «Учеников», «Журнал, сентябрь 2016». */
export function registerName(form: Form, path: string): string {
  const key = path.startsWith('-/') ? path : (path.split('/').at(-1) ?? path);
  const [place = '', part] = key.split('#');
  const passport = /^-\/passport\/(\w+)/.exec(key)?.[1];
  if (passport) return passportName(passport);
  if (key.startsWith('-/branch:')) return registerTexts.branch;
  const cell = /^[^/]+\/monitoring\/([^:@#]+)[^@]*(@)?/.exec(path);
  if (cell) return registerTexts.monitoring(cell[1] ?? '', cell[2] !== undefined);
  const field = /^[^/]+\/site-report\/P(\d\.\d)/.exec(path)?.[1];
  if (field) return registerTexts.siteReport(field);
  const [block, row = ''] = place.split(':');
  switch (block) {
    case 'status':
      return submissionTexts.register;
    case 'task':
      return registerTexts.task(row);
    case 'extension':
      return registerTexts.extension;
    case 'JRN':
      return registerTexts.month(monthText(row));
    case 'GIA':
      return examName(form, row);
    case 'SITE':
      return registerTexts.page(shownId(row));
    case 'YEAR':
      return yearName(form, row);
    default:
      return part
        ? `${shownId(place)}, ${ownOf<string>(registerTexts.parts, part.split(':')[0] ?? '') ?? part}`
        : shownId(place);
  }
}

const passportName = (name: string): string => {
  const counts: Record<string, string> = passportTexts.countNames;
  const texts: Record<string, string> = registerTexts.passport;
  return ownOf(counts, name) ?? ownOf(texts, name) ?? registerTexts.passportOther;
};

function examName(form: Form, row: string): string {
  const [exam = '', subject = '', date] = row.split('.');
  if (date === undefined) return registerTexts.noExams;
  const title = form.exams.subjects.find((one) => one.id === subject)?.title ?? subject;
  return registerTexts.exam(exam, title, dateText(date));
}

function yearName(form: Form, row: string): string {
  if (row === 'reportedOn') return registerTexts.yearDay;
  const title = form.yearClosing.rows.find((one) => one.id === row)?.title;
  return title ? registerTexts.yearRow(title) : registerTexts.year;
}
