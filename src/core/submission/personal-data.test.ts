import { expect, it } from 'vitest';
import { looksPersonal } from './personal-data.ts';

it.each([
  'ученик Петров',
  'мама Ивановой',
  'Сидоров Пётр, 7 «Б»',
  'Петров 7А',
  '123-456-789 01',
  '+7 921 123-45-67',
  '8 (815) 311-22-33',
])('[PD1] warns about %s', (text) => {
  expect(looksPersonal(text)).toBe(true);
});

it.each([
  'приказ № 41 от 29.08.2025',
  'приказ директора Иванова И. И. № 5 от 12.01.2026',
  'Соглашение о подключении к региональной системе, до 31.12.2027',
  'протокол педсовета № 3, 7 классов из 11',
  'Акт и модель угроз 2026 года',
])('[PD1] keeps silent about %s', (text) => {
  expect(looksPersonal(text)).toBe(false);
});
