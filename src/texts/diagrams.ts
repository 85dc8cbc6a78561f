import { dateText } from './numbers.ts';

/** What stands in a diagram besides its names and figures. */
export const diagramWords = {
  mean: 'среднее',
  highest: 'наибольшее',
  lowest: 'наименьшее',
  each: 'отдельные школы',
  target: (value: number, unit?: '%') => `цель: ${String(value).replace('.', ',')}${unit ? '\u00a0%' : ''}`,
  due: (day: string) => `срок ${dateText(day)}`,
  day: (day: string) => dateText(day).slice(0, 5),
};
