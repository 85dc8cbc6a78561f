import { expect, it } from 'vitest';
import { isPassphrase, passphraseOf, recoveryCodes } from './passphrase.ts';

it('[LK4] takes twelve characters of any kind, and not one key held down', () => {
  expect(['река течёт на север', 'Тихоключ-2017', '  река   течёт  '].map(isPassphrase)).toEqual([true, true, false]);
  expect(['', 'короткая', 'аааааааааааааааа', '121212121212'].map(isPassphrase)).toEqual([false, false, false, false]);
  expect(passphraseOf(' Й река ')).toBe('Й река');
});

it('[LK5] makes ten codes of twelve digits, read with or without the spaces they are printed with', () => {
  let next = 0;
  const made = recoveryCodes(() => {
    next += 9_999;
    return next;
  });
  expect(new Set(made).size).toBe(10);
  expect(made.every((code) => /^\d{12}$/.test(code))).toBe(true);
  expect(passphraseOf('1234 5678  9012')).toBe('123456789012');
});
