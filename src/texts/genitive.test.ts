import { expect, it } from 'vitest';
import { genitiveOf } from './genitive.ts';

it.each([
  ['СОШ № 10', 'СОШ № 10'],
  ['Берёзовская СОШ', 'Берёзовской СОШ'],
  ['Нижняя школа', 'Нижней школы'],
  ['Гимназия № 2', 'Гимназии № 2'],
  ['МБОУ «Синий Камень»', 'МБОУ «Синий Камень»'],
  ['Тиховодский муниципальный округ', 'Тиховодского муниципального округа'],
  ['Верхний район', 'Верхнего района'],
  ['Озёрный край', 'Озёрного края'],
  ['Лесной город', 'Лесного города'],
])('[MR6] puts «%s» into the genitive', (name, genitive) => {
  expect(genitiveOf(name)).toBe(genitive);
});

it.each(['Школа имени Петра Первого', 'Кировск', 'Заря'])('[MR6] leaves «%s» alone, not knowing its words', (name) => {
  expect(genitiveOf(name)).toBeNull();
});
