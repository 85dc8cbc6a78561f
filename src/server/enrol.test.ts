import { expect, it } from 'vitest';
import { newDeviceId } from './enrol.ts';

it('names a device so that a command line takes the name for a word', () => {
  const ids = Array.from({ length: 2000 }, newDeviceId);
  for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z][\w-]{15}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
