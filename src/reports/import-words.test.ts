import { expect, it } from 'vitest';
import { problemsOf, readSchoolOf } from '../../tests/fixtures/an-answers-file.ts';
import { parsePlaces } from '../core/places/parse-places.ts';
import { answersProblemWords, answersWarningWords, placesProblemWords } from './import-words.ts';

it('says where in a file of answers what is wrong', () => {
  const passport = { staffWithAccess: 19, pupils: 90 };
  const readiness = { 'K1-04': { n: 95 }, 'K3-03': { n: 1, total: 80 }, 'K1-01': 'maybe', 'K2-04': 'x' };
  const JRN = [{ month: '2016-09', percent: 120.5 }];
  expect(problemsOf({ passport, readiness, JRN }).map(answersProblemWords)).toEqual([
    'readiness.K1-04: 95 больше, чем всего: 19.',
    'readiness.K3-03: всего 80, а в паспорте 90. Исправьте одно из двух.',
    'readiness.K1-01: «maybe» здесь не бывает. Бывает: yes, partial, no.',
    'readiness.K2-04: здесь нужно: целое число от 0.',
    'JRN[0].percent: 120,5 не подходит: нужно от 0 до 100.',
  ]);
});

it('says what was taken and does not count, and what is missing', () => {
  const outcome = readSchoolOf({ readiness: { 'K3-03': { n: 1, total: 80 }, 'K1-07': '2030-01-01' }, monitoring: {} });
  expect('warnings' in outcome && outcome.warnings.map(answersWarningWords)).toEqual([
    'schools[0].readiness.K3-03: число учеников в паспорт взято отсюда: 80.',
    'schools[0].monitoring: раздел «monitoring» не взят: такой формы здесь не собирают.',
    'schools[0].readiness.K1-07: К1-07 взято, но не считается: этот день наступит после отчётной даты.',
    'schools[0].passport: в паспорте не хватает чисел: педагогов, работников с доступом, классов, выпускников 9 класса, выпускников 11 класса, зданий.',
    'schools[0]: заполнено 1 из 54.',
  ]);
});

it('names the row of a file of places', () => {
  const places = parsePlaces('id,kind,parent,name,shortName,address\nnorth,region,,Край,,\nb,branch,north,Филиал,,\n');
  expect(!places.ok && places.problem.map(placesProblemWords)).toEqual([
    'Строка 3: филиал не может стоять под «north»: это регион.',
  ]);
});
