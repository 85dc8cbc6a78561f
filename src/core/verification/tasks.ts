import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { campaignPathOf } from '../submission/campaigns.ts';
import type { Registers } from '../submission/registers.ts';

/** A proposal of a published report, to be done by a school. */
export type Task = {
  /** the campaign whose report proposed it */
  campaignId: string;
  id: string;
  text: string;
  /** YYYY-MM-DD; null: none was set */
  deadline: string | null;
  /** what the school says */
  done: boolean;
  /** YYYY-MM-DD, when it was marked done */
  doneOn: string | null;
};

/** Where the proposals of a campaign's report stand, in the public history. */
export const tasksPathOf = (campaignId: string): string => `${campaignPathOf(campaignId)}#tasks`;

/** Where a school says that it has done one. */
export const taskPathOf = (campaignId: string, taskId: string): string => `${campaignId}/task:${taskId}`;

/** What it says. `on`: YYYY-MM-DD. */
export const doneValueOf = (done: boolean, on: string): Json => (done ? { done, on } : { done });

/** TK1: the proposals of these campaigns' reports that are for this school (or for all), with what it says was done; in their order. */
export function tasksOf(
  published: readonly Registers[],
  campaignIds: readonly string[],
  placeId: string | null,
  registers: Registers,
): Task[] {
  return campaignIds.flatMap((campaignId) => {
    const stored = published.map((one) => one.get(tasksPathOf(campaignId))?.[0]?.value).find(Array.isArray) ?? [];
    return stored.flatMap((value: Json) => {
      const { id, text, deadline, places } = propertiesOf(value);
      if (typeof id !== 'string' || typeof text !== 'string') return [];
      if (Array.isArray(places) && !places.includes(placeId ?? '')) return [];
      const said = propertiesOf(registers.get(taskPathOf(campaignId, id))?.[0]?.value ?? null);
      const day = typeof deadline === 'string' ? deadline : null;
      const doneOn = typeof said.on === 'string' ? said.on : null;
      return [{ campaignId, id, text, deadline: day, done: said.done === true, doneOn }];
    });
  });
}
