import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../../core/json.ts';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { toTuple } from '../../core/submission/revision.ts';
import {
  type LetterheadPicture,
  letterheadOf,
  letterheadPath,
  letterheadValueOf,
  paperPath,
  paperSettingsOf,
  paperValueOf,
} from './paper-settings.ts';

const registers = (path: string, value: Json) =>
  new Map([[path, [aRevision({ history: 'kirovsk:office', path, value })]]]);

describe('what documents look like', () => {
  it('[RE9] reads back as it was set', () => {
    const set = {
      font: 'Arial',
      size: 13,
      margins: { left: 30 },
      letterhead: 'Отдел образования',
      signature: 'Директор',
    } as const;
    expect(paperSettingsOf(registers(paperPath, paperValueOf(set)))).toEqual(set);
    expect(paperSettingsOf(new Map())).toEqual({ margins: {} });
  });

  it('[RE9] leaves out what would not print', () => {
    const wrong = { font: 'Wingdings', size: 3, margins: { top: -5, left: 400, right: 15 }, signature: 7 };
    expect(paperSettingsOf(registers(paperPath, wrong))).toEqual({ margins: { right: 15 } });
  });

  it('[RE9] keeps a letterhead picture in texts a revision may hold', () => {
    const picture: LetterheadPicture = { type: 'image/png', width: 900, height: 200, base64: 'iVBOR'.repeat(20_000) };
    const revision = aRevision({ history: 'kirovsk:office', path: letterheadPath, value: letterheadValueOf(picture) });
    expect(checkRevision(toTuple(revision), sha256)).toMatchObject({ ok: true });
    expect(letterheadOf(new Map([[letterheadPath, [revision]]]))).toEqual(picture);
    expect(letterheadOf(registers(letterheadPath, { type: 'text/html', parts: ['<b>'] }))).toBeNull();
  });
});
