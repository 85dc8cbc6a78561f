/** Words beside a paper that is printed or saved as a file. */
export const documentTexts = {
  print: 'Напечатать',
  docx: 'Сохранить docx',
  xlsx: 'Таблицы в xlsx',
  writing: (name: string) => `Делаем файл ${name}…`,
  saved: (name: string) => `Файл ${name} передан браузеру. Проверьте, что он появился в папке загрузок.`,
  failed: 'Файл не сделан',
  failedText:
    'Всё введённое цело. Если вы без сети, подключитесь: часть программы, которая делает файлы, могла ещё не загрузиться. Потом попробуйте ещё раз.',
};
