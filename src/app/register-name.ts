import { shownId } from '../texts/numbers.ts';
import { passportTexts } from '../texts/passport.ts';
import { registerTexts } from '../texts/registers.ts';

/** What a register is called to people: «К3-01», «К3-01, подтверждение», «Учеников», «Журнал 2016-09». */
export function registerName(path: string): string {
  const key = path.startsWith('-/') ? path : (path.split('/').at(-1) ?? path);
  const [place = '', part] = key.split('#');
  const passport = /^-\/passport\/(\w+)/.exec(key)?.[1];
  if (passport) return passportName(passport);
  if (key.startsWith('-/branch:')) return registerTexts.branch;
  const block = /^(JRN|YEAR|GIA|SITE):(.*)$/.exec(place);
  if (block) return `${registerTexts.blocks[block[1] as keyof typeof registerTexts.blocks]} ${rowName(block[2] ?? '')}`;
  return part ? `${shownId(place)}, ${registerTexts.parts[part] ?? part}` : shownId(place);
}

const passportName = (name: string): string => {
  const counts: Record<string, string> = passportTexts.countNames;
  const texts: Record<string, string> = registerTexts.passport;
  return counts[name] ?? texts[name] ?? registerTexts.passportOther;
};

const rowName = (row: string): string => (row.startsWith('report') ? '' : shownId(row));
