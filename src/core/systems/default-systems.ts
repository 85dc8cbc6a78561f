import type { System } from './systems.ts';

const irtech = 'ИРТех';

/**
 * The systems schools of the sources name, as they are known before a region has said anything. The sources give no addresses
 * that may be relied on today, so a region fills in its own. An id is never used again for anything else.
 */
export const defaultSystems: readonly System[] = [
  gradeBook('tes', 'Томская электронная школа', 'ТЭШ'),
  gradeBook('dnevnikRu', 'Дневник.ру', 'Дневник.ру'),
  gradeBook('irtechNetgorod', 'ИРТех, «Сетевой город»', irtech),
  gradeBook('irtechGuostrj', 'ИРТех, «Сетевой регион»', irtech),
  gradeBook('irtechTomsk', 'ИРТех, региональная', irtech),
  gradeBook('electronicSchool', 'АИС «Электронная школа»', ''),
  gradeBook('other', 'другая', ''),
  gradeBook('none', 'нет', ''),
  surrounding('contingentRegion', 'Контингент-регион'),
  surrounding('admission', 'Зачисление в образовательное учреждение'),
  surrounding('schoolPassport', 'Паспорт школы'),
  surrounding('schoolClient', 'Школьный клиент'),
];

function gradeBook(id: string, title: string, vendor: string): System {
  return { id, title, vendor, address: '', kind: 'grade-book', used: true };
}

function surrounding(id: string, title: string): System {
  return { id, title, vendor: '', address: '', kind: 'surrounding', used: true };
}
