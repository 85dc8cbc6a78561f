const lines: [usage: string, does: string][] = [
  ['serve [--port 8080] [--demo]', 'открыть программу и принимать ответы; --demo: вымышленный округ'],
  ['       [--metrics-port ПОРТ]', 'и показатели для Prometheus, только этой машине'],
  ['places import ФАЙЛ.csv', 'взять список мест: id,kind,parent,name,shortName,address'],
  ['places list [--json]', 'показать список мест'],
  ['codes issue --place ID [--role РОЛЬ] [--json]', 'выдать код: school, signer, branch, officer'],
  ['devices list --place ID [--json]', 'показать устройства места'],
  ['devices revoke ID', 'отключить устройство'],
  ['answers import ФАЙЛ.json', 'взять ответы школ из файла'],
  ['answers export --place ID --campaign ID', 'выдать ответы школы'],
  ['form check ФАЙЛ.xlsx', 'проверить форму в таблице'],
  ['form import ФАЙЛ.xlsx --out ФАЙЛ.json', 'форма из таблицы как данные'],
  ['form export ID@ВЕРСИЯ --out ФАЙЛ.xlsx', 'форма программы таблицей'],
  ['form publish ФАЙЛ --place ID', 'опубликовать форму методиста'],
  ['monitoring import ФАЙЛ.xlsx --place ID', 'взять таблицу мониторинга в 25 граф, xlsx или CSV'],
  ['       --campaign ID [--answers РЕШЕНИЯ.json]', 'в какую кампанию; решения сомнений, если они есть'],
  ['report ОТЧЁТ --place ID --campaign ID', 'составить score-sheet, filled-form, blank-form или monitoring-form'],
  ['report municipal-report --place ID --campaign ID', 'составить справку по муниципалитету'],
  ['report monitoring-table --place ID --campaign ID', 'составить таблицу мониторинга, 25 граф: район или регион'],
  ['report region-summary --place ID --campaign ID', 'составить свод мониторинга по региону или району'],
  ['report network-report --place ID --campaign ID', 'составить отчёт о сети площадок региона'],
  [
    '       [--format json|docx|xlsx|html] [--out ФАЙЛ]',
    'в каком виде и куда; вид можно не писать, если он в имени файла',
  ],
  ['       [--date ГГГГ-ММ-ДД]', 'на какой день, без флага на день кампании'],
  ['       [--contacts]', 'в таблицу мониторинга контакты сотрудников; выдача записывается'],
  ['samples [--out ПАПКА]', 'записать все отчёты вымышленного округа во всех видах'],
  ['envelope inspect ФАЙЛ [--json]', 'показать, что в файле с флешки и чей он, ничего не брать'],
  ['envelope import ФАЙЛ [--receipt ФАЙЛ] [--json]', 'взять файл с флешки, выдать для школы квитанцию'],
  ['envelope export --place ID --out ФАЙЛ', 'записать всю историю места в файл'],
  ['envelope quarantine list [--json]', 'показать отложенные файлы'],
  ['envelope quarantine accept ID [--place ID]', 'взять отложенный файл для школы'],
  ['       [--receipt ФАЙЛ] [--json]', 'и выдать для школы квитанцию'],
  ['envelope quarantine reject ID', 'удалить отложенный файл'],
  ['private erase --campaign ID', 'стереть контакты сотрудников, данные в кампании'],
  ['private log [--json]', 'показать, кому и когда выдавались контакты сотрудников'],
  ['backup ФАЙЛ', 'снять копию хранилища, serve не мешает'],
  ['restore ФАЙЛ', 'вернуть хранилище из копии, serve остановить'],
  ['awaited list [--json]', 'показать, кого ждём после восстановления'],
  ['awaited begin', 'ждать всех: восстановили средствами PostgreSQL'],
  ['verify', 'проверить цепочки всех историй'],
  ['move --to postgres://…', 'перенести хранилище в PostgreSQL и сверить цепочки'],
  ['help', 'показать этот список'],
  ['version', 'показать версию программы'],
];

/** Words of the command line; what happened, and what to do next. */
export const commandTexts = {
  help: [
    'gotovo КОМАНДА [флаги]',
    '',
    ...lines.map(([usage, does]) => `  ${usage.padEnd(50)} ${does}`),
    '',
    'Хранилище: DATABASE_URL=postgres://…, без неё --data ПАПКА у любой команды, иначе DATA_DIR, иначе ./data.',
    'Код возврата: 0 сделано, 1 не вышло или проверка не прошла, 2 команда не понята.',
  ].join('\n'),
  unknownCommand: (typed: string, known: string) => `команды «${typed}» нет. Есть: ${known}`,
  needed: (...commands: string[]) => `нужно: ${commands.map((command) => `gotovo ${command}`).join(' или ')}`,
  tooMuch: (command: string, word: string) => `${command}: лишнее «${word}». Что и в каком порядке писать: gotovo help`,
  unknownFlag: (command: string, flag: string) => `${command}: флага ${flag} нет. Какие есть: gotovo help`,
  flagTakesNothing: (command: string, flag: string) => `${command}: флагу ${flag} значение не нужно`,
  flagWithoutValue: (command: string, flag: string) => `${command}: флагу ${flag} нужно значение`,
  flagNeeded: (command: string, flag: string) => `${command}: нужен флаг ${flag}`,
  privateErased: (campaign: string, values: number, histories: number) =>
    `кампания ${campaign}: стёрто контактов: ${values}, школ: ${histories}; на устройствах они сотрутся при следующем обмене`,
  privateErasedInFiles: (files: number) =>
    `из отложенных файлов контакты тоже вынуты: ${files}; ответы в них ждут решения`,
  privateNotGiven: 'контакты сотрудников никому не выдавались',
  contactsOnlyInTable: (report: string) =>
    `--contacts: контакты сотрудников бывают только в таблице мониторинга, monitoring-table, а не в ${report}`,
  contactsGiven: (count: number) =>
    count === 0
      ? 'Контактов сотрудников на сервере нет: их не давали, они ещё не пришли или уже стёрты'
      : `Контактов сотрудников в документе: ${count}. Выдача записана: gotovo private log. Сам документ не сотрётся: удалите его, когда он больше не нужен`,
  noStore: (folder: string) => `в папке ${folder} хранилища нет: укажите --data или DATA_DIR`,
  newerStore: 'хранилище записано более новой программой: обновите эту, данные не тронуты',
  unreadableStore: (folder: string) =>
    `хранилище в папке ${folder} повреждено: восстановите его из копии, gotovo restore`,
  badDatabaseUrl: (name: string) => `${name}: нужен адрес базы вида postgres://имя:пароль@узел:5432/база`,
  databaseUnfit: (
    fault: 'no-answer' | 'no-entry' | 'no-database' | 'no-right' | 'not-utf8' | 'no-store' | 'not-empty',
  ) => databaseFaults[fault],
  copiedByDatabase:
    'хранилище в PostgreSQL, копию снимают его средства: pg_dump --format=custom, возвращают: pg_restore; затем gotovo verify',
  moveIsNotEmpty: 'в базе уже есть хранилище Готово с данными: укажите пустую базу, ничего не перенесено',
  moveFailed: (history: string) =>
    `история ${history} в базе не совпала с исходной: ничего не перенесено, проверьте хранилище, gotovo verify`,
  moved: (histories: number, folder: string) =>
    `Перенесено историй: ${histories}, все цепочки совпали. Дальше запускайте с DATABASE_URL; прежнее хранилище в папке ${folder} не тронуто, serve на нём больше не запускайте.`,
  brokenStore: 'файл хранилища повреждён: восстановите его из копии, gotovo restore',
  badLogLevel: (typed: string, known: string) => `LOG_LEVEL «${typed}» не из списка: ${known}`,
  badPublicUrl: (typed: string) => `PUBLIC_URL «${typed}» не адрес вида https://…`,
  cannotWrite: (file: string) => `файл ${file} записать не удалось: проверьте папку, права и место на диске`,
  open: (address: string) => `Готово открыто: ${address}`,
  demoCodes: ({ school, officer }: Record<'school' | 'officer', { place: string; code: string }>) =>
    `Вымышленный округ. Код школы (${school.place}): ${school.code}\nКод муниципалитета (${officer.place}): ${officer.code}`,
  demoRegionCode: ({ place, code }: { place: string; code: string }) => `Код региона (${place}): ${code}`,
  emptyStore: [
    'Хранилище пустое: программа работает, принимать ответы ещё не от кого.',
    'Список мест: npm run -s gotovo -- places import ФАЙЛ.csv   (id,kind,parent,name,shortName,address)',
    'Первый код:  npm run -s gotovo -- codes issue --place ID',
    'Пример для знакомства: npm start -- --demo',
  ].join('\n'),
  alreadyServed: (folder: string) => `хранилище ${folder} уже открыто другим serve: остановите его или укажите --data`,
  portTaken: (port: number) => `порт ${port} занят, выберите другой: --port`,
  portForbidden: (port: number) => `порт ${port} система не даёт, выберите больше 1023: --port`,
  hostUnknown: (host: string) => `HOST «${host}» не адрес этой машины: уберите его или укажите 127.0.0.1`,
  badPort: (typed: string) => `serve: порт «${typed}» не число от 0 до 65535`,
  unknownPlace: (id: string) => `места «${id}» нет в списке. Возьмите id из него: gotovo places list`,
  unknownDevice: (id: string) => `устройства «${id}» нет. Возьмите номер из списка: gotovo devices list --place ID`,
  badRole: (typed: string, possible: string) => `codes issue: роль «${typed}» сюда не подходит, можно: ${possible}`,
  code: (place: string, days: number) =>
    `${place}. Код одноразовый, ввести в течение ${days} дней; после ввода бумажку выбросить.`,
  device: ({
    id,
    role,
    label,
    seenAt,
    unsent,
    revokedAt,
    replacedBy,
  }: {
    id: string;
    role: string;
    label: string;
    seenAt: string;
    unsent: number;
    revokedAt: string | null;
    replacedBy: string | null;
  }) => {
    const state = revokedAt ? `отключено ${revokedAt}` : replacedBy ? `заменено устройством ${replacedBy}` : '';
    return [id, role, label, seenAt, `не отправлено: ${unsent}`, state].join('\t');
  },
  noDevices: (place: string) => `С места ${place} ещё никто не вошёл. Выдайте код: gotovo codes issue --place ${place}`,
  revoked: (id: string) => `Устройство ${id} отключено. Ответы на нём целы, отправить их оно больше не может.`,
  fileExists: (file: string) => `файл ${file} уже есть, он не тронут: укажите другое имя`,
  noFile: (file: string) => `файла ${file} нет: проверьте имя и папку`,
  noFolder: (folder: string) => `папки ${folder} нет, ничего не записано: создайте её и повторите`,
  fileProblem: (path: string, code: string) => `${path}: ${fileProblems[code] ?? `открыть не удалось (${code})`}`,
  notUtf8: (file: string) =>
    `${file}: текст не в кодировке UTF-8, ничего не взято. Сохраните файл в UTF-8 (в Excel это «CSV UTF-8») и повторите`,
  notJson: (file: string) => `${file}: это не JSON или не весь файл, ничего не взято. Получите его заново и повторите`,
  nothingTaken: 'ничего не взято: исправьте файл и повторите',
  placesTaken: (count: number) => `Взято мест: ${count}`,
  schoolTaken: (school: string, count: number) => `${school}: значений ${count}`,
  schoolRefused: (id: string | null) => `${id ?? 'школа без id'}: не взято ничего, есть ошибки:`,
  answersTaken: (campaign: string, schools: number, revisions: number) =>
    `Кампания ${campaign}: взято школ ${schools}, новых записей ${revisions}`,
  notARegion: (id: string) => `«${id}» не регион: отчёт о сети площадок составляют по региону`,
  ofReadinessOnly: (title: string) =>
    `Справка составляется по самооценке готовности, а кампания собирает «${title}». Есть report answers-table.`,
  notAMunicipality: (id: string) => `«${id}» не муниципалитет: справку составляют по муниципалитету`,
  notAboveSchools: (id: string) => `«${id}» не регион и не муниципалитет: мониторинг сводят по ним`,
  monitoringNotAnnounced: (id: string) =>
    `кампания «${id}» с формой мониторинга не объявлена ни здесь, ни ниже: назовите её id, как в файле ответов`,
  deadlinePassed: (where: string, day: string, reportDate: string) =>
    `срок ${day} (${where}) раньше даты справки ${reportDate}: справка не составлена`,
  figureChanged: (sentence: string, was: string, now: string) =>
    `${sentence}: под вашим текстом изменилась цифра, было «${was}», стало «${now}»`,
  noTypeface:
    'на этом компьютере нет шрифтов: в картинках документа не будет подписей. Установите шрифты (Debian: apt install fonts-liberation) и составьте документ ещё раз',
  notASchool: (id: string) => `«${id}» не школа: ответы есть только у школ`,
  unknownCampaign: (id: string) =>
    `кампания «${id}» не объявлена. Без объявления её называют по учебному году, например 2026-27`,
  unknownReport: (typed: string, known: string) => `report: отчёта «${typed}» нет. Есть: ${known}`,
  unknownFormat: (typed: string, known: string) => `report: формата «${typed}» нет. Есть: ${known}`,
  badDate: (typed: string) => `report: дата «${typed}» не вида ГГГГ-ММ-ДД`,
  backedUp: (file: string) => `Копия хранилища записана: ${file}`,
  backupNotNoted: 'Копия цела, но отметить её в самом хранилище не удалось: проверьте место на диске, gotovo verify',
  neverRestored: 'Хранилище не восстанавливали из копии, ждать некого.',
  awaitedPlace: ({ place, shortName, devices, seenAt }: AwaitedPlaceWords) =>
    [place, shortName, `устройств: ${devices}`, `последняя связь ${seenAt}`].join('\t'),
  awaited: ({ at, copiedAt, places, waiting }: AwaitedWords) => {
    const since = `Восстановлено ${at}${copiedAt === null ? '' : ` из копии от ${copiedAt}`}.`;
    if (places === 0) return `${since} Устройств в нём нет, ждать некого.`;
    if (waiting === 0) return `${since} Все места вернулись: ${places}.`;
    return `${since} Ждём мест: ${waiting} из ${places}, вернулось: ${places - waiting}. Ответы целы на устройствах и придут, когда те выйдут на связь. Кто остался: gotovo awaited list`;
  },
  stopFirst: 'хранилище открыто: остановите serve и повторите',
  badBackup: (file: string) => `${file} не копия хранилища или повреждён; ничего не изменено`,
  restored: (histories: number, former: string | null) =>
    `Хранилище восстановлено, историй: ${histories}.${former ? ` Прежнее сохранено: ${former}` : ''}`,
  check: ({
    history,
    rows,
    fault,
  }: {
    history: string;
    rows: number;
    fault: 'hole' | 'chain' | 'row' | 'ids' | null;
  }) => `${history}\t${rows}\t${fault === null ? 'цела' : `ПОВРЕЖДЕНА: ${faults[fault]}`}`,
  verified: (histories: number, faulty: number) =>
    faulty === 0 ? `Все истории целы: ${histories}` : `Повреждено историй: ${faulty} из ${histories}`,
};

/** moments as people read them, `copiedAt` null: the copy does not say; of `places` in all so many wait */
type AwaitedWords = { at: string; copiedAt: string | null; places: number; waiting: number };
type AwaitedPlaceWords = { place: string; shortName: string; devices: number; seenAt: string };

/** What the operating system answered; its own words are English. */
const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'такого файла или папки нет, проверьте путь',
  EISDIR: 'это папка, а нужен файл, проверьте путь',
  ENOTDIR: 'в этом пути вместо папки стоит файл, проверьте путь',
  EEXIST: 'вместо папки здесь файл, проверьте путь',
  EACCES: 'не хватает прав, попросите их или выберите другое место',
  EPERM: 'не хватает прав, попросите их или выберите другое место',
  EROFS: 'сюда ничего нельзя записать, выберите другое место',
  ENOSPC: 'на диске нет места, освободите его и повторите',
};

const databaseFaults = {
  'no-answer': 'PostgreSQL не отвечает: проверьте, что он запущен, и адрес базы',
  'no-entry': 'PostgreSQL не впускает: проверьте имя и пароль в адресе базы',
  'no-database': 'в PostgreSQL нет базы с таким именем: создайте её, createdb --encoding=UTF8',
  'no-right': 'PostgreSQL не даёт прав на таблицы: сделайте пользователя владельцем базы',
  'not-utf8': 'база не в кодировке UTF8: создайте новую, createdb --encoding=UTF8 --template=template0',
  'no-store': 'в базе хранилища нет: проверьте DATABASE_URL; начинают его serve, places import и move',
  'not-empty': 'в базе чужие таблицы: дайте хранилищу пустую базу, ничего не изменено',
};

const faults = {
  hole: 'номера идут не подряд',
  chain: 'цепочка не сходится',
  row: 'запись не читается',
  ids: 'указатель записей не сходится',
};
