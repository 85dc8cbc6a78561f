/** Words of answers and verdicts, one for each, used by every screen and print. */
export const answerTexts = {
  yes: 'Да',
  partial: 'Частично',
  no: 'Нет',
  na: 'Не применимо',
  notProvided: 'Не представлено',
  empty: 'пусто',
  hidden: 'не спрашивается',
  choices: { '1': 'Каждый день', '2': 'Раз в два–три дня', '3': 'Раз в неделю', '4': 'Реже' } as Record<string, string>,
  paperChoices: { '1': 'Ведётся', '2': 'Не ведётся', '3': 'Откажемся со следующего года' } as Record<string, string>,
};

export const levelTexts = {
  ready: 'готова',
  readyWithRemarks: 'готова с замечаниями',
  partlyReady: 'готова частично',
  notReady: 'не готова',
} as const;

/** «из 90 учеников»: genitive words of the passport's totals. */
export const totalTexts = {
  pupils: ['ученика', 'учеников', 'учеников'],
  teachers: ['педагога', 'педагогов', 'педагогов'],
  staffWithAccess: ['работника с доступом', 'работников с доступом', 'работников с доступом'],
  classes: ['класса', 'классов', 'классов'],
  buildings: ['здания', 'зданий', 'зданий'],
} as const;
