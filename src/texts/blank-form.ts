/** Words of the blank form, the paper twin that is filled in by hand. */
export const blankFormTexts = {
  title: 'Самооценка готовности: бланк',
  sheet: (at: number, of: number) => `лист ${at} из ${of}`,
  part: (at: number, of: number) => `, часть ${at} из ${of}`,
  code: (title: string, version: number) =>
    `«${title}», бланк, версия ${version}. Ответы введите в программу или передайте в управление образования.`,
  about: (title: string, schoolYear: string, asOf: string, due: string) =>
    `${title}, ${schoolYear} учебный год, сведения на ${asOf}.${due}`,
  due: (day: string) => ` Сдать до ${day}.`,
  school: 'Школа',
  how: (code: string, hasCritical: boolean) =>
    `Отметьте один квадрат. ${hasCritical ? '◆ — критический показатель: без него школа не может быть готовой. ' : ''}Имена учеников и родителей не пишите, только количества. У «не применимо» обязательно укажите причину в примечаниях. Номер у квадрата — клавиша быстрого ввода: ${code}, 1, Enter.`,
  passport: 'Паспорт школы',
  passportHow: 'Эти числа пишутся один раз, из них берутся все «из скольких» в показателях.',
  figure: 'Сколько',
  figureName: 'Школа в числах, без филиалов',
  head: ['№', 'Показатель и чем подтвердить', 'Ответ', 'Документ'],
  onlyIf: (id: string, answers: string) => `Если в ${id} ответ ${answers}.`,
  notAlways: 'Спрашивается не у всех: условие проверит программа.',
  several: 'Можно отметить несколько.',
  optional: 'Можно не заполнять.',
  outOf: ' из ',
  day: 'дата ',
  pieces: 'штук ',
  documentNo: '№ ',
  documentDate: 'от ',
  derived: (ids: string) => `${ids} здесь нет: эти показатели программа считает сама.`,
  notes: 'Примечания и причины «не применимо»',
  tables: 'Таблицы: журнал по месяцам и закрытие года',
  monthsHow:
    'Впишите пару «заполнено» и «должно быть» либо сразу процент. Где данных нет — прочерк. М09, Г1 и Э — коды быстрого ввода.',
  moreTables: 'Таблицы: экзамены и сайт школы',
  examsHow: 'Одна строка — один экзамен, предмет и день. Протокол: внесён, внесён частично или не внесён.',
  yearReported: 'Сведения о закрытии года:',
  reported: '1 представлены',
  notReported: '2 не представлены',
  fromExams: 'по таблице экзаменов',
};
