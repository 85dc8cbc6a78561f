import { describe, expect, it } from 'vitest';
import { aMunicipality } from '../../../tests/fixtures/a-municipality.ts';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Json } from '../../core/json.ts';
import { assess } from '../../core/scoring/assess.ts';
import type { Facts } from '../../core/submission/facts.ts';
import type { Edit, MunicipalInput, ReportedSchool } from './municipal-input.ts';
import { municipalReport } from './municipal-report.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const saidIn = (input: MunicipalInput) =>
  new Map(municipalReport(input).sentences.map(({ id, text }) => [id, plain(text)]));
const wordsIn = (input: MunicipalInput): string => plain(linesOf(municipalReport(input).document).join('\n'));

/** The same schools with other answers everywhere, or in one of them. */
function answering(answers: Record<string, Json>, only?: string, input = aMunicipality()): MunicipalInput {
  const schools = input.schools.map((school): ReportedSchool => {
    if (!school.facts || (only && school.place.id !== only)) return school;
    const facts: Facts = new Map([
      ...school.facts,
      ...Object.entries(answers).map(([key, value]): [string, readonly Json[]] => [key, [value]]),
    ]);
    return { ...school, facts, assessment: assess(input.form, facts, input.campaign) };
  });
  return { ...input, schools };
}
/** Other texts and rules of one indicator. */
function withIndicator(id: string, changes: Record<string, unknown>, input = aMunicipality()): MunicipalInput {
  const criteria = input.form.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  }));
  return { ...input, form: { ...input.form, criteria } };
}

describe('whom it counts', () => {
  it('[MR1] names who sent nothing, and counts findings over the others', () => {
    const input = aMunicipality({}, ['kedry', 'dalnyaya']);
    const said = saidIn(input);
    expect(said.get('response')).toBe(
      'Сведения представили 4 из 6 школ (66,67 %). Цифры и выводы ниже относятся только к школам, представившим сведения.',
    );
    expect(said.get('missing')).toBe('Не представили (2 из 6): Кедровоплёсская ООШ, Дальнеозёрная СОШ.');
    expect(said.get('K6-01')).toBe('75,00 % школ (3 из 4): итоги опроса родителей не представлены.');
    expect(said.get('journal:mean')).toContain('сведения 4 из 6 школ');
    expect(said.get('readiness:mean')).toContain('сведения 4 из 6 школ');
    expect(said.get('conclusion:verdict')).toContain('Все представившие сведения школы, кроме');
  });

  it('[MR1] leaves branches out and says nothing of schools when none sent anything', () => {
    const input = aMunicipality();
    const branch = { ...(input.schools[0] as ReportedSchool), place: aPlace('b1', 'branch', 'lugovaya') };
    expect(saidIn({ ...input, schools: [...input.schools, branch] }).get('response')).toContain('6 из 6');
    const nobody = aMunicipality(
      {},
      input.schools.map(({ place }) => place.id),
    );
    const words = wordsIn(nobody);
    expect(words).toContain('Сведения представили 0 из 6 школ (0,00 %).');
    expect(words).not.toMatch(/Замечаний нет|Выводы|NaN|Infinity|undefined/);
    expect(saidIn(nobody).get('K1:nobody')).toBe('Сведения не представлены.');
  });

  it('[MR1] takes for M the schools where an indicator applies', () => {
    const input = answering({ 'K3-10': 'no' });
    expect(saidIn(input).get('K3-10')).toBe('Во всех школах (6 из 6): публикации детей без отдельных согласий.');
    const some = answering({ 'K3-10': { na: 'не публикуем' } }, 'lugovaya', input);
    expect(saidIn(some).get('K3-10')).toContain('(5 из 5)');
    expect(saidIn(answering({ 'K3-10': { na: 'не публикуем' } })).has('K3-10')).toBe(false);
  });

  it('[MR3] names nobody for personal data at a region’s level', () => {
    const region = saidIn(aMunicipality({ municipality: aPlace('north', 'region', null, 'Северный край') }));
    expect(region.get('K3-01')).toBe('В школах (1 из 6): записи в реестре операторов нет.');
    expect(region.get('K3-01:advice')).toMatch(/^Подать уведомление/);
    expect(region.get('K7-01')).toContain('Ясноборская СОШ');
    expect(region.get('conclusion:notReady')).toBe('Не готова: Ясноборская СОШ (К7-01).');
    expect(region.has('carried-over')).toBe(false);
  });
});

describe('edited sentences', () => {
  const generated = saidIn(aMunicipality()).get('K3-03') ?? '';
  const edit = (changes: Partial<Edit> = {}): ReadonlyMap<string, Edit> =>
    new Map([['K3-03', { text: 'Согласия дособерут в августе.', generated, figures: '2 из 6', ...changes }]]);

  it('[MR2] print as edited, with what was generated kept beside', () => {
    const { sentences, problems, document } = municipalReport(aMunicipality({ edits: edit() }));
    expect(sentences.find(({ id }) => id === 'K3-03')).toMatchObject({
      text: 'Согласия дособерут в августе.',
      generated,
      figures: '2 из 6',
      sources: ['K3-03'],
      schools: ['yasny', 'kedry'],
      isStale: false,
    });
    expect(problems).toEqual([]);
    expect(linesOf(document).join('\n')).toContain('Согласия дособерут в августе.');
  });

  it('[MR2] stay when their figure changes, and that is told', () => {
    const input = answering({ 'K3-03': { n: 10 } }, 'rechnaya', aMunicipality({ edits: edit() }));
    const { sentences, problems } = municipalReport(input);
    expect(sentences.find(({ id }) => id === 'K3-03')).toMatchObject({
      text: 'Согласия дособерут в августе.',
      figures: '3 из 6',
      isStale: true,
    });
    expect(problems).toEqual([{ code: 'figure-changed', sentenceId: 'K3-03', was: '2 из 6', now: '3 из 6' }]);
  });

  it('[MR2] have ids of their own, every one once', () => {
    const ids = municipalReport(aMunicipality()).sentences.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('deadlines', () => {
  it('[MR4] come from the campaign where it sets them', () => {
    const input = aMunicipality();
    const set = { ...input, campaign: { ...input.campaign, deadlines: { acts: '2017-10-01', yearEnd: '2017-08-15' } } };
    expect(saidIn(set).get('K1-04:advice')).toContain('до 01.10.2017.');
    expect(saidIn(set).get('proposal:1.10')).toMatch(/^До 15\.08\.2017/);
  });

  it('[MR4] before the report date are a problem and are not printed', () => {
    const input = aMunicipality();
    const past = { ...input, campaign: { ...input.campaign, deadlines: { acts: '2016-09-01' } } };
    expect(municipalReport(past).problems).toEqual([
      { code: 'deadline-passed', deadline: 'acts', day: '2016-09-01', reportDate: '2017-07-06' },
    ]);
    expect(wordsIn(past)).not.toContain('01.09.2016');
    expect(municipalReport(past).proposals[0]).toMatchObject({ id: '1.1', deadline: null, isStanding: false });
  });

  it.each(['до 01.09.2016', 'до 1 сентября 2016 года'])('[MR4] written by hand are looked at too: %s', (day) => {
    const edits = new Map([['K1-04:advice', { text: `Дополнить ${day}.`, generated: 'прежний', figures: '' }]]);
    expect(municipalReport(aMunicipality({ edits })).problems).toContainEqual({
      code: 'edited-deadline-passed',
      sentenceId: 'K1-04:advice',
      day: '2016-09-01',
      reportDate: '2017-07-06',
    });
  });
});

describe('order and advice', () => {
  it('[MR5] puts the heaviest finding first, ties by id, then what is good', () => {
    const ids = municipalReport(answering({ 'K2-05': 'no', 'K2-02': 'partial', 'K2-07': 'no' })).sentences.map(
      ({ id }) => id,
    );
    expect(ids.filter((id) => /^K2-\d\d$/.test(id))).toEqual(['K2-02', 'K2-05', 'K2-07', 'K2-03']);
  });

  it('[MR5] says that there is nothing to remark', () => {
    const said = saidIn(answering({ 'K3-01': 'yes', 'K3-02': 'yes', 'K3-03': { n: 90 }, 'K3-04': { n: 90 } }));
    expect([said.get('K3:none'), said.get('K3:keep-on')]).toEqual(['Замечаний нет.', 'Продолжать эту работу.']);
  });

  it('[MR5] puts a second sentence right after its first', () => {
    const ids = municipalReport(answering({ 'K6-01': 'no' }, 'lugovaya')).sentences.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('K6-01'), ids.indexOf('K6-01') + 2)).toEqual(['K6-01', 'K6-01:other']);
  });

  it('[MR6] merges equal advice, for all schools when one of it is', () => {
    const text = 'Собрать недостающее.';
    const both = withIndicator('K3-03', { recommendation: text }, withIndicator('K3-01', { recommendation: text }));
    const advice = municipalReport(both).sentences.filter((one) => one.text.endsWith('недостающее.'));
    expect(advice.map((one) => [plain(one.text), one.sources])).toEqual([[text, ['K3-03', 'K3-01']]]);
    const named = withIndicator('K7-01', { recommendation: text }, withIndicator('K7-02', { recommendation: text }));
    expect(saidIn(named).get('K7-01:advice')).toBe('Ясноборская СОШ: собрать недостающее.');
  });
});

describe('figures', () => {
  it('[MR12] shows what verification changed beside the school’s own total', () => {
    const row = wordsIn(answering({ 'K2-05': 'no' }, 'lugovaya'))
      .split('\n')
      .find((line) => /^Луговая СОШ \|.*97,5/.test(line));
    expect(row).toBe(
      'Луговая СОШ | 100,00 | 83,33 | 100,00 | 100,00 | 100,00 | 100,00 | 100,00 | 97,50 | 100,00 | −2,50 | готова',
    );
  });

  it('[MR13] tells where technical readiness, the work of the year and the verdict are not everybody’s', () => {
    const said = saidIn(answering({ 'K2-01': { n: 0 }, 'K1-07': '2010-01-01' }, 'rechnaya'));
    expect(said.get('conclusion:technical')).toBe(
      'Техническая готовность обеспечена в 5 из 6 школ. Не обеспечена: Речная СОШ.',
    );
    expect(said.get('conclusion:work')).toMatch(
      /обновлены в 5 из 6 школ, .* актуальны в 6 из 6 школ, .* в 6 из 6 школ/,
    );
    expect(said.get('conclusion:verdict')).toMatch(
      /^Все школы, кроме Речной СОШ, Ясноборской СОШ, готовы .* \(4 из 6\)/,
    );
    expect(said.get('conclusion:notReady')).toBe('Не готовы: Речная СОШ (К2-01); Ясноборская СОШ (К3-01, К7-01).');
  });

  it('[MR13] says «partly» of who is capped and leaves unfinished work without a verdict', () => {
    const said = saidIn(answering({ 'K1-02': 'partial' }, 'klyuchi', answering({ 'K1-01': null }, 'kedry')));
    expect(said.get('conclusion:partlyReady')).toBe('Готова частично: Тихоключевская ООШ (К1-02).');
    expect(said.get('conclusion:unfinished')).toMatch(/\(1 из 6\), вывода нет: Кедровоплёсская ООШ\.$/);
    expect(said.get('conclusion:verdict')).toMatch(/\(3 из 5\)\.$/);
  });

  it('[MR14] proposes only what has a reason, and what stands always', () => {
    const clean = answering({ 'K3-01': 'yes', 'K7-01': 'yes', 'K7-02': 'yes', 'K4-02': 'yes' });
    const ids = municipalReport(clean).proposals.map(({ id }) => id);
    expect(ids).toEqual(['1.1', '1.2', '1.4', '1.5', '1.6', '1.7', '1.9', '1.10', '1.12']);
    expect(wordsIn(clean)).toContain('1.3 | Иметь согласия');
  });

  it('[MR16] is silent of what a later version of the form does not ask', () => {
    const whole = aMunicipality();
    const { journalFill, yearClosing, exams, site, criteria } = whole.form;
    const asked = criteria
      .filter(({ id }) => !['K1', 'K6'].includes(id))
      .map((one) => ({ ...one, indicators: one.indicators.filter(({ source }) => source === undefined) }));
    const form = {
      ...whole.form,
      version: 2,
      criteria: asked,
      journalFill: { ...journalFill, months: [] },
      yearClosing: { ...yearClosing, rows: [] },
      exams: { ...exams, kinds: [] },
      site: { ...site, checks: [] },
    };
    const schools = whole.schools.map((one) =>
      one.facts ? { ...one, assessment: assess(form, one.facts, whole.campaign) } : one,
    );
    const { document, sentences, proposals } = municipalReport({ ...whole, form, schools });
    const headings = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'heading' ? [plain(block.text)] : [])),
    );
    expect(headings).toContain('Выводы');
    expect(headings.filter((one) => /[Сс]айт|ЕГЭ|экзамен|журнал|учебный год/.test(one))).toEqual([]);
    const ids = sentences.map(({ id }) => id);
    expect(ids.filter((id) => /^(site|journal|exams|year|conclusion:work)/.test(id))).toEqual([]);
    expect(proposals.map(({ id }) => id)).not.toContain('1.1');
    expect(proposals.map(({ id }) => id)).toContain('1.2');
  });

  it('prints every percentage with its pair', () => {
    const withPercent = municipalReport(aMunicipality()).sentences.filter(({ text }) => /\d,\d\d\u00a0%/.test(text));
    expect(withPercent.length).toBeGreaterThan(4);
    expect(withPercent.filter(({ text }) => !/\d+ из \d+/.test(text))).toEqual([]);
  });

  it('gives the same document for the same input', () => {
    expect(JSON.stringify(municipalReport(aMunicipality()))).toBe(JSON.stringify(municipalReport(aMunicipality())));
  });
});
