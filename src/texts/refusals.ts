/** Why a single revision is not taken; part of a sentence. */
const refusals: Readonly<Record<string, string>> = {
  'not-your-history': 'чужая история',
  'not-signed-by-an-officer': 'решение без подписи управления образования',
  'not-your-branch': 'показатель не этого филиала',
  'private-in-the-open': 'контакт сотрудника записан открыто, так его хранить нельзя',
  'form-is-published': 'опубликованная форма не меняется, для изменений есть новая версия',
  'place-unreadable': 'в записи о школе ошибка',
  'place-not-yours': 'эта школа не вашего муниципалитета',
  'revision-unreadable': 'запись не читается',
  'revision-text': 'текст записи не читается',
  'revision-value': 'значение записи не читается',
};

export const refusalWords = (why: string): string => refusals[why] ?? why;
