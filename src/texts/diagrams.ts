/** What the lines of a diagram mean. */
export const diagramTexts = {
  mean: 'среднее',
  highest: 'наибольшее',
  lowest: 'наименьшее',
  school: 'каждая школа',
  target: 'цель',
};
