/** Words of forms that are published by municipalities and regions. */
export const formTexts = {
  notAForm: (where: string) => `Файл не подходит к устройству форм: ${where}. Ничего не опубликовано.`,
  published: (title: string, version: number) =>
    `Форма опубликована: ${title}, версия ${version}. Её можно выбрать в новом сроке.`,
  alreadyPublished: 'Эта форма уже опубликована, ничего не изменилось.',
  versionTaken: (id: string, version: number) =>
    `Под именем ${id}, версия ${version}, уже опубликована другая форма. Опубликованное не меняется: поставьте следующую версию. Ничего не опубликовано.`,
  notAnOffice: (id: string) => `${id} — не муниципалитет и не регион, формы публикуют они`,
};
