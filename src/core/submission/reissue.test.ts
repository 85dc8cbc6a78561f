import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { reissue } from './reissue.ts';

describe('reissue', () => {
  const first = aRevision({ history: 'local:a', value: 'no' });
  const second = aRevision({ history: 'local:a', value: 'yes', seen: [first] });

  it('[RV8] keeps value, moment and order of answers under another history, with the same ids every time', () => {
    const issued = reissue([second, first], 's10', sha256);
    expect(issued.map(({ history, value, gen, at, who, label }) => ({ history, value, gen, at, who, label }))).toEqual(
      [first, second].map(({ value, gen, at, who, label }) => ({ history: 's10', value, gen, at, who, label })),
    );
    expect(issued[1]?.parents).toEqual([issued[0]?.id]);
    expect(reissue([first, second], 's10', sha256)).toEqual(issued);
    expect(reissue([first, second], 's11', sha256)[0]?.nonce).not.toBe(issued[0]?.nonce);
  });

  it('[RV8] names nothing of the place as parent', () => {
    const [alone] = reissue([first], 's10', sha256);
    expect(alone?.parents).toEqual([]);
  });
});
