import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFileCampaign, aFileSchool, anAnswersFile, readFile } from '../../../tests/fixtures/an-answers-file.ts';

const problemsIn = (file: unknown) => {
  const read = readFile(file);
  return read.ok ? [] : read.problem;
};
const schoolsIn = (file: unknown) => {
  const read = readFile(file);
  return read.ok ? read.value.schools : [];
};
const campaignWith = (changes: object) => problemsIn(anAnswersFile({ campaign: { ...aFileCampaign, ...changes } }));

describe('the file', () => {
  it('[AF1] refuses what is no answers file, and a newer version of the format', () => {
    for (const foreign of [null, [], 'x', {}, { format: 'gotovo-form/1' }, { format: 1 }])
      expect(problemsIn(foreign)).toEqual([{ code: 'not-an-answers-file', path: 'format' }]);
    expect(problemsIn(anAnswersFile({ format: 'gotovo-answers/2' }))).toEqual([
      { code: 'newer-format', format: 'gotovo-answers/2', path: 'format' },
    ]);
  });

  it('[AF2] refuses unknown parts, and schools that are no list', () => {
    expect(problemsIn(anAnswersFile({ school: [] }))).toEqual([
      { code: 'unknown-field', name: 'school', path: 'school' },
    ]);
    expect(problemsIn(anAnswersFile({ schools: {} }))).toEqual([
      { code: 'wrong-type', expected: 'list', path: 'schools' },
    ]);
    expect(problemsIn({ format: 'gotovo-answers/1', schools: [] })).toEqual([{ code: 'missing', path: 'campaign' }]);
  });
});

describe('the campaign', () => {
  it('[AF2] is taken as written, without what is null', () => {
    const read = readFile(anAnswersFile());
    const { previous: _null, ...written } = aFileCampaign;
    expect(read).toMatchObject({ ok: true, value: { campaign: written } });
    expect(read.ok && 'previous' in read.value.campaign).toBe(false);
  });

  it('[AF2] is read strictly', () => {
    expect(campaignWith({ asof: '2017-07-06' })).toEqual([
      { code: 'unknown-field', name: 'asof', path: 'campaign.asof' },
    ]);
    expect(campaignWith({ asOf: '2017-06-31' })).toEqual([{ code: 'not-a-date', path: 'campaign.asOf' }]);
    expect(campaignWith({ schoolYear: '2016/2018' })).toEqual([
      { code: 'not-a-school-year', path: 'campaign.schoolYear' },
    ]);
    expect(campaignWith({ id: '2016/17' })).toEqual([{ code: 'not-an-id', path: 'campaign.id' }]);
    expect(campaignWith({ forms: ['readiness'] })).toEqual([{ code: 'not-a-form', path: 'campaign.forms[0]' }]);
    expect(campaignWith({ forms: null, due: 5 })).toEqual([
      { code: 'wrong-type', expected: 'text', path: 'campaign.due' },
      { code: 'missing', path: 'campaign.forms' },
    ]);
  });

  it('[AF2] needs a known municipality or region, and the version of the form this program knows', () => {
    expect(campaignWith({ municipality: 'nowhere' })).toEqual([
      { code: 'unknown-place', id: 'nowhere', path: 'campaign.municipality' },
    ]);
    expect(campaignWith({ municipality: 's10' })).toEqual([
      { code: 'place-of-wrong-kind', id: 's10', kind: 'school', path: 'campaign.municipality' },
    ]);
    expect(campaignWith({ municipality: 'north' })).toEqual([]);
    expect(campaignWith({ forms: ['monitoring@1', 'readiness@2'] })).toEqual([
      { code: 'form-version', asked: 'readiness@2', known: 'readiness@1', path: 'campaign.forms[1]' },
    ]);
  });

  it('[AF2] gives back what the last campaign found, written in it or beside it', () => {
    const previous = { schools: [{ place: 's10', SITE: { 'S-03': { state: 'partly' } }, findings: ['K3-01'] }] };
    const inside = readFile(anAnswersFile({ campaign: { ...aFileCampaign, previous } }));
    const beside = readFile(anAnswersFile({ previous }));
    expect(inside).toMatchObject({ ok: true, value: { campaign: { previous } } });
    expect(beside).toEqual(inside);
    expect(campaignWith({ previous: { schools: [{ place: 's10', found: [] }] } })).toEqual([
      { code: 'unknown-field', name: 'found', path: 'campaign.previous.schools[0].found' },
    ]);
  });
});

describe('schools', () => {
  it('[AF3] takes a school as the contract writes it', () => {
    const school = {
      place: { id: 's10', name: 'СОШ № 10', shortName: 'СОШ № 10', parent: 'kirovsk', level: 'СОШ' },
      passport: {
        ...{ pupils: 90, teachers: 16, staffWithAccess: 19, classes: 11, grad9: 8, grad11: 0 },
        buildings: [{ address: '…', lessonsHeld: true, lan: true, internet: 'fibre', internetFunding: 'regional' }],
      },
      status: 'accepted',
      readiness: {
        ...{ 'K1-01': 'yes', 'K1-04': { n: 12, total: 19 }, 'K1-07': '2017-05-15', 'K2-04': 3, 'K4-05': '1' },
        ...{ 'K3-10': { na: 'не публикуем' }, 'K6-01': 'notProvided' },
      },
      SITE: { 'S-03': { state: 'partly', url: 'https://…' } },
      JRN: [{ month: '2016-09', percent: 97.2 }],
      YEAR: { reported: true, reportedOn: '2017-06-30', rows: { 'Y-1': { done: 26, total: 26 } } },
      GIA: [
        {
          ...{ exam: 'ОГЭ', subject: 'МАТ', date: '2017-06-06', state: 'notLoaded' },
          ...{ scoreMissing: false, resultMissing: false, reason: null },
        },
      ],
    };
    const [outcome] = schoolsIn(anAnswersFile({ schools: [school] }));
    expect(outcome && 'entries' in outcome && outcome.entries).toHaveLength(23);
    expect(outcome).toMatchObject({ warnings: [{ code: 'incomplete', answered: 8, of: 54 }] });
  });

  const wrong = aFileSchool({ readiness: { 'K1-01': 'yes', 'K9-09': 'yes' } });
  const right = { place: { id: 's11' }, readiness: { 'K1-01': 'yes' } };

  it('[AF3] takes nothing of a school with an error, and everything of the others', () => {
    const [first, second] = schoolsIn(anAnswersFile({ schools: [wrong, right] }));
    expect(first).toEqual({
      place: 's10',
      problems: [{ code: 'unknown-indicator', id: 'K9-09', path: 'schools[0].readiness.K9-09' }],
    });
    expect(second).toMatchObject({ place: { id: 's11' }, entries: [['2016-17/readiness/K1-01', 'yes']] });
  });

  it('[AF3] tells every problem of a school, not the first', () => {
    const readiness = { 'K1-01': 'maybe', 'K1-07': '2017-02-30' };
    const [outcome] = schoolsIn(anAnswersFile({ schools: [aFileSchool({ readiness, JRN: 5 })] }));
    expect(outcome).toMatchObject({ problems: [{}, {}, {}] });
  });

  it('[AF5] refuses a school given twice', () => {
    expect(schoolsIn(anAnswersFile({ schools: [right, right] }))).toMatchObject([
      { isNew: false },
      { place: 's11', problems: [{ code: 'row-twice', path: 'schools[1].place.id' }] },
    ]);
  });

  it('[AF10] creates a school that is not in the tree under its parent, and keeps a known one as the tree has it', () => {
    const place = { id: 's12', name: 'МБОУ «Школа № 12»', shortName: 'Школа № 12', parent: 'kirovsk', level: 'ООШ' };
    expect(schoolsIn(anAnswersFile({ schools: [{ place }] }))).toMatchObject([
      {
        isNew: true,
        place: { id: 's12', kind: 'school', parent: 'kirovsk', name: 'МБОУ «Школа № 12»', shortName: 'Школа № 12' },
        entries: [['-/passport/level', 'ООШ']],
      },
    ]);
    const renamed = { id: 's10', name: 'Иначе', parent: 'kirovsk' };
    expect(schoolsIn(anAnswersFile({ schools: [{ place: renamed }] }))).toMatchObject([
      {
        isNew: false,
        place: { name: 'СОШ № 10' },
        warnings: [
          { code: 'place-differs', field: 'name', inFile: 'Иначе', known: 'СОШ № 10', path: 'schools[0].place.name' },
          {},
          {},
        ],
      },
    ]);
  });

  it('[AF10] refuses a place that is unreadable, no school, outside the campaign, or without its name and parent', () => {
    const outcomes = schoolsIn(
      anAnswersFile({
        schools: [
          'x',
          {},
          { place: { id: 'S 1' } },
          { place: { id: 'b10' } },
          { place: { id: 's20' } },
          { place: { id: 's12' } },
          { place: { id: 's13', name: 'Ш', parent: 's10' } },
          { place: { id: 's14', name: 'Ш', parent: 'nowhere' } },
          { place: { id: 's15', name: 'Ш', parent: 'kirovsk', kind: 'school' } },
          { place: { id: 's16', name: 'Ш'.repeat(201), parent: 'kirovsk' } },
          { place: { id: 's17', name: 'Ш', parent: 'apatity' } },
        ],
      }),
    );
    expect(
      outcomes.map((one) => ('problems' in one ? one.problems.map(({ code, path }) => `${code} ${path}`) : [])),
    ).toEqual([
      ['wrong-type schools[0]'],
      ['missing schools[1].place'],
      ['not-an-id schools[2].place.id'],
      ['place-of-wrong-kind schools[3].place.id'],
      ['place-outside-campaign schools[4].place'],
      ['missing schools[5].place.name', 'missing schools[5].place.parent'],
      ['place-of-wrong-kind schools[6].place.parent'],
      ['unknown-place schools[7].place.parent'],
      ['unknown-field schools[8].place.kind'],
      ['too-long schools[9].place.name'],
      ['place-outside-campaign schools[10].place'],
    ]);
  });

  it('[AF11] keeps out blocks of forms it does not know and names them; the rest is taken', () => {
    const school = aFileSchool({ passport: { pupils: 90 }, monitoring: { own: { '8': 11 } }, 'site-report': {}, x: 1 });
    const [outcome] = schoolsIn(anAnswersFile({ schools: [school] }));
    expect(outcome).toMatchObject({
      entries: [['-/passport/pupils', 90]],
      warnings: [
        { code: 'block-not-taken', name: 'monitoring', path: 'schools[0].monitoring' },
        { code: 'block-not-taken', name: 'site-report' },
        { code: 'block-not-taken', name: 'x' },
        { code: 'passport-incomplete' },
        { code: 'incomplete', answered: 0, of: 54 },
      ],
    });
  });

  it('[AF11] keeps out answers to a form the campaign does not collect', () => {
    const campaign = { ...aFileCampaign, forms: ['monitoring@1'] };
    const [outcome] = schoolsIn(anAnswersFile({ campaign, schools: [aFileSchool({ readiness: { 'K1-01': 'yes' } })] }));
    expect(outcome).toMatchObject({ entries: [], warnings: [{ code: 'block-not-taken', name: 'readiness' }] });
  });
});

describe('any JSON', () => {
  const blocks = ['place', 'passport', 'status', 'readiness', 'evidence', 'comments', 'JRN', 'YEAR', 'GIA', 'SITE'];
  const names = ['K1-01', 'K1-04', 'S-01', 'Y-1', 'rows', 'buildings', 'branches', 'pupils', 'na', 'n', 'total', 'id'];
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, -1, 1e300, '', 'full', 'notProvided', '2017-06-06', '\ud800', '__proto__'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, '__proto__', 'x'), tie('json'), { maxKeys: 4 }),
    ),
  }));
  const anySchool = fc.dictionary(fc.constantFrom(...blocks), json);

  it('[AF3] gets an outcome for every school: its values, or problems that all name a path inside it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(json, anySchool), { maxLength: 3 }), (schools) => {
        const outcomes = schoolsIn(JSON.parse(JSON.stringify(anAnswersFile({ schools }))));
        expect(outcomes).toHaveLength(schools.length);
        for (const [at, outcome] of outcomes.entries())
          if ('problems' in outcome) {
            expect(outcome.problems.length).toBeGreaterThan(0);
            expect(outcome.problems.filter((one) => !one.path.startsWith(`schools[${at}]`))).toEqual([]);
          }
      }),
      { numRuns: 500 },
    );
  });
});
