import type { Role } from '../../src/core/access/access.ts';

/** Everybody who may ask, seen from school s1 in municipality m; what each is enrolled at. */
export const enrolledAt = {
  school: ['s1', 'school'],
  branch: ['b1', 'branch'],
  signer: ['s1', 'signer'],
  otherSchool: ['s2', 'school'],
  schoolElsewhere: ['s3', 'school'],
  officer: ['m', 'officer'],
  officerElsewhere: ['n', 'officer'],
  officerAbove: ['r', 'officer'],
  revoked: ['s1', 'school'],
} as const satisfies Record<string, readonly [string, Role]>;
export type Asker = keyof typeof enrolledAt | 'nobody' | 'forger';
export type Live = Exclude<Asker, 'nobody' | 'forger' | 'revoked'>;

export const ofS1 = ['school', 'branch', 'signer', 'officer', 'officerAbove'] as const;
export const belowM = [...ofS1, 'otherSchool'] as const;
export const belowN = ['schoolElsewhere', 'officerElsewhere', 'officerAbove'] as const;
export const live: readonly Live[] = [...belowM, 'schoolElsewhere', 'officerElsewhere'];
export const askers: readonly Asker[] = [...live, 'nobody', 'forger', 'revoked'];

/** Id → who is given what stands behind it; to all others it does not exist. The last id exists for nobody. */
export type Ids = Readonly<Record<string, readonly Live[]>>;
export const histories: Ids = {
  s1: ofS1,
  s2: ['otherSchool', 'officer', 'officerAbove'],
  s3: belowN,
  s4: ['officerAbove'],
  'm:public': belowM,
  'm:office': ['officer', 'officerAbove'],
  'n:public': belowN,
  'n:office': ['officerElsewhere', 'officerAbove'],
  'r:public': live,
  'r:office': ['officerAbove'],
  // a place has no other histories than these
  ...Object.fromEntries(
    ['b1', 'm', 'r', 's1:public', 's1:office', 's1:x', 'm:public:x', 'm:x', ':public', ':'].map((id) => [id, []]),
  ),
  nowhere: [],
};
export const subtrees: Ids = {
  s1: ofS1,
  s2: ['otherSchool', 'officer', 'officerAbove'],
  s3: belowN,
  s4: ['officerAbove'],
  b1: [],
  m: belowM,
  n: belowN,
  r: live,
  nowhere: [],
};
