import type { EnrolProblem } from './enrol.ts';

export type ServerProblem =
  | EnrolProblem['code']
  | 'request-unreadable'
  | 'headers-too-large'
  | 'too-slow'
  | 'body-too-large'
  | 'body-unreadable'
  | 'coding-unknown'
  | 'foreign-origin'
  | 'no-device'
  | 'revoked'
  | 'challenge-old'
  | 'not-allowed'
  | 'too-many-devices'
  | 'too-often'
  | 'not-found'
  | 'method-not-allowed'
  | 'store-busy'
  | 'store-full'
  | 'store-damaged'
  | 'internal';

/** The one table of HTTP statuses. */
export const statusOf: Record<
  ServerProblem,
  400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 429 | 431 | 500 | 503 | 507
> = {
  'code-unknown': 403,
  'code-used': 403,
  'code-expired': 403,
  'too-many-attempts': 429,
  'request-unreadable': 400,
  'headers-too-large': 431,
  'too-slow': 408,
  'body-too-large': 413,
  'body-unreadable': 400,
  'coding-unknown': 415,
  'foreign-origin': 403,
  'no-device': 401,
  revoked: 401,
  'challenge-old': 401,
  'not-allowed': 403,
  'too-many-devices': 403,
  'too-often': 429,
  'not-found': 404,
  'method-not-allowed': 405,
  'store-busy': 503,
  'store-full': 507,
  'store-damaged': 503,
  internal: 500,
};

/** What a request ends with before it has an answer; the one error handler turns it into a status and a code. */
export class Refused extends Error {
  readonly problem: ServerProblem;
  constructor(problem: ServerProblem) {
    super(problem);
    this.problem = problem;
  }
}
