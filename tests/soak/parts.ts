import { corruptedFiles } from './parts/corrupted-files.ts';
import { malformedRequests } from './parts/malformed-requests.ts';
import { schedules } from './parts/schedules.ts';
import type { SoakPart } from './soak-part.ts';

/** Every kind of trouble of `npm run soak`, in the order of its table. */
export const parts: readonly SoakPart[] = [schedules, malformedRequests, corruptedFiles];
