import { criterionIdOf, type Form } from '../core/form/form.ts';

/** Every address of the program; the accessibility and offline tests visit each. */
export const routes = [
  { path: '/', title: 'Обзор' },
  { path: '/passport', title: 'Паспорт школы' },
  { path: '/criterion/K1', title: 'Локальные нормативные акты' },
  { path: '/criterion/K2', title: 'Оснащение и связь' },
  { path: '/criterion/K3', title: 'Персональные данные' },
  { path: '/criterion/K4', title: 'Качество работы в системе' },
  { path: '/criterion/K5', title: 'Готовность педагогов' },
  { path: '/criterion/K6', title: 'Готовность родителей' },
  { path: '/criterion/K7', title: 'Хранение данных' },
  { path: '/tables', title: 'Таблицы' },
  { path: '/monitoring', title: 'Форма региона' },
  { path: '/site-report', title: 'Отчёт площадки' },
  { path: '/verdict', title: 'Итог' },
  { path: '/sending', title: 'Отправка' },
  { path: '/print', title: 'Печать' },
  { path: '/safety', title: 'Сохранность' },
  { path: '/requests', title: 'Запросы поставщику' },
] as const;

/** The page of a criterion. */
export const addressOfCriterion = (criterionId: string): string => `/criterion/${encodeURIComponent(criterionId)}`;

/** Where a key of the form is answered: `K3-01` → /criterion/K3#K3-01, a table block or its row → /tables#JRN, a passport field → /passport; a cell of the region's form, by its full path → /monitoring#c8@b1, a field of a project site's report → /site-report#P2.4. */
export function addressOf(form: Pick<Form, 'criteria'>, key: string): string {
  if (key.startsWith('-/')) return '/passport';
  if (key === 'status') return '/sending#submit';
  const cell = /\/monitoring\/(\d+)[^@#]*(@[^#]*)?/.exec(key);
  if (cell) return `/monitoring#c${cell[1]}${cell[2] ?? ''}`;
  if (key.includes('/monitoring/')) return '/monitoring#checks';
  const field = /\/site-report\/(P\d\.\d)/.exec(key)?.[1];
  if (field) return `/site-report#${field}`;
  const block = /^(JRN|YEAR|GIA|SITE)(?=:|#|$)/.exec(key)?.[1];
  if (block) return `/tables#${block}`;
  const indicatorId = key.split('#')[0] ?? key;
  const criterionId = criterionIdOf(form, key) ?? form.criteria[0]?.id ?? '';
  return `${addressOfCriterion(criterionId)}#${encodeURIComponent(indicatorId)}`;
}
