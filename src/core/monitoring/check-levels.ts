import type { Registers } from '../submission/registers.ts';
import { type CheckLevel, type RowCheckCode, rowCheckCodes } from './check-rows.ts';

const prefix = '-/check:';

/** CX2: where a region's word about a cross-check stands, in its public history. */
export const checkLevelPathOf = (code: RowCheckCode): string => `${prefix}${code}`;

/** CX2: what each check does where the highest place above says something of it; what cannot be read says nothing. `published`: public histories above, nearest first. */
export function checkLevelsOf(published: readonly Registers[]): ReadonlyMap<RowCheckCode, CheckLevel> {
  const highest = published.at(-1);
  return new Map(
    rowCheckCodes.flatMap((code): [RowCheckCode, CheckLevel][] => {
      const said = highest?.get(checkLevelPathOf(code))?.[0]?.value ?? null;
      const level = checkLevels.find((one) => one === said);
      return level ? [[code, level]] : [];
    }),
  );
}

/** What a check may do: keep the form from being submitted, ask to confirm, or nothing. */
export const checkLevels = ['error', 'warning', 'off'] as const satisfies readonly CheckLevel[];
