import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { arityOf } from '../src/core/expression/functions.ts';
import { parseExpression } from '../src/core/expression/parse-expression.ts';
import { checksHeadings, choicesHeadings, settingsHeadings, surveyHeadings } from '../src/core/form-sheets/headings.ts';
import { questionTypeOf } from '../src/core/form-sheets/question-type.ts';

const text = readFileSync(join(import.meta.dirname, '../docs/forms-authoring.md'), 'utf8');
const sectionOf = (title: string): string => text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
/** Cells of the rows of a section's tables. */
const rowsOf = (title: string): string[][] =>
  [...sectionOf(title).matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ')).slice(2);

it.each([
  ['survey', surveyHeadings],
  ['choices', choicesHeadings],
  ['settings', settingsHeadings],
  ['checks', checksHeadings],
])('[FS25] the document lists every column of the sheet %s, as it is read', (sheet, headings) => {
  const listed = rowsOf(`Лист ${sheet}`).map(([name, also]) => [name, also]);
  expect(listed).toEqual(headings.map(({ name, also }) => [`\`${name}\``, also.join(', ')]));
});

it('[FS25] the document names types that are known and expressions that can be read', () => {
  for (const [types = ''] of rowsOf('Типы вопросов'))
    for (const [, type = ''] of types.matchAll(/`([^`]+)`/g))
      if (!/^(total|per_building)$/.test(type)) expect([type, questionTypeOf(type).what]).not.toContain('unknown');
  const expressions = rowsOf('Выражения').map(([, expression = '']) => expression.slice(1, -1));
  expect(expressions.length).toBeGreaterThan(5);
  expect(expressions.filter((expression) => !parseExpression(expression).ok)).toEqual([]);
  const functions = /Функции: ([^.]+)\./.exec(sectionOf('Выражения'))?.[1] ?? '';
  const named = [...functions.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => arityOf(name) === undefined)).toEqual([]);
});
