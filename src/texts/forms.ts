/** Words of forms that are published by municipalities and regions. */
export const formTexts = {
  sound: (title: string, version: number) => `Форма в порядке: ${title}, версия ${version}.`,
  written: (file: string) => `Записано: ${file}.`,
  unknownForm: (name: string, known: string) => `Нет формы «${name}». Есть: ${known}.`,
  onlyScored:
    'Опубликовать можно форму с показателями. Форма из столбцов или разделов публикуется с новым выпуском программы.',
  notAForm: (where: string) => `Файл не подходит к устройству форм: ${where}. Ничего не опубликовано.`,
  published: (title: string, version: number) =>
    `Форма опубликована: ${title}, версия ${version}. Её можно выбрать в новом сроке.`,
  alreadyPublished: 'Эта форма уже опубликована, ничего не изменилось.',
  change: (name: string, what: string, was?: string) => `${name}: ${what}${was === undefined ? '' : ` (было: ${was})`}`,
  versionTaken: (id: string, version: number) =>
    `Под именем ${id}, версия ${version}, уже опубликована другая форма. Опубликованное не меняется: поставьте следующую версию. Ничего не опубликовано.`,
  shipped: (id: string, version: number) =>
    `${id}, версия ${version}, — форма самой программы, она не меняется. Поставьте в своей другое имя или следующую версию. Ничего не опубликовано.`,
  notAnOffice: (id: string) => `${id} — не муниципалитет и не регион, формы публикуют они`,
};
