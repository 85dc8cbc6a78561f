import type { Form } from '../../core/form/form.ts';
import type { Assessment } from '../../core/scoring/assessment.ts';
import { round2 } from '../../core/scoring/round.ts';
import { type LevelName, levelNameOf, type PictureSchool } from './picture-school.ts';

/** Which figures the table shows; `difference`: the verified minus the school's own. */
export type Shown = 'verified' | 'selfAssessed' | 'difference';

export type HeatCell = {
  criterionId: string;
  /** 0 to 100, or the difference; null: nothing applies or was sent */
  value: number | null;
  /** 0 the worst to 4; null: not shaded */
  band: number | null;
  /** critical indicators of the criterion that block or cap the level */
  blocked: readonly string[];
};

export type HeatRow = {
  school: PictureSchool;
  cells: readonly HeatCell[];
  selfAssessed: number | null;
  verified: number | null;
  /** against the last campaign; null: there is nothing to compare with */
  change: number | null;
  level: LevelName;
};

export type HeatTable = {
  rows: readonly HeatRow[];
  /** simple means over schools that have the figure; null: none has */
  mean: { cells: readonly HeatCell[]; selfAssessed: number | null; verified: number | null };
};

/** A score from here on is in the next better band; 65 is what the best level asks of every criterion. */
const bandLimits = [50, 65, 75, 85] as const;
const bandOf = (score: number): number => bandLimits.filter((limit) => score >= limit).length;

/** AY2: schools × criteria; who sent nothing has a row without figures; a critical indicator that blocks marks its criterion. */
export function heatTable(form: Form, schools: readonly PictureSchool[], shown: Shown): HeatTable {
  const rows = schools.map((school): HeatRow => {
    const { assessment, selfAssessed, previousTotal } = school;
    const verified = assessment?.total ?? null;
    return {
      school,
      cells: form.criteria.map(({ id }) => cellOf(id, school, shown)),
      selfAssessed: selfAssessed?.total ?? null,
      verified,
      change: verified !== null && previousTotal !== null ? round2(verified - previousTotal) : null,
      level: levelNameOf(school),
    };
  });
  return {
    rows,
    mean: {
      cells: form.criteria.map(({ id }, at) => {
        const value = meanOf(rows.map(({ cells }) => cells[at]?.value ?? null));
        return {
          criterionId: id,
          value,
          band: shown === 'difference' || value === null ? null : bandOf(value),
          blocked: [],
        };
      }),
      selfAssessed: meanOf(rows.map((row) => row.selfAssessed)),
      verified: meanOf(rows.map((row) => row.verified)),
    },
  };
}

function cellOf(criterionId: string, { assessment, selfAssessed }: PictureSchool, shown: Shown): HeatCell {
  const [own, verified] = [scoreOf(selfAssessed, criterionId), scoreOf(assessment, criterionId)];
  const counted = shown === 'selfAssessed' ? selfAssessed : assessment;
  const lines = counted?.criteria.find((one) => one.criterionId === criterionId)?.lines ?? [];
  const decisive = new Set([...(counted?.blockedBy ?? []), ...(counted?.cappedBy ?? [])]);
  const blocked = lines.map(({ indicatorId }) => indicatorId).filter((id) => decisive.has(id));
  if (shown === 'difference') {
    const value = own !== null && verified !== null ? round2(verified - own) : null;
    return { criterionId, value, band: null, blocked };
  }
  const value = shown === 'verified' ? verified : own;
  return { criterionId, value, band: value === null ? null : bandOf(value), blocked };
}

const scoreOf = (assessment: Assessment | null, criterionId: string): number | null =>
  assessment?.criteria.find((one) => one.criterionId === criterionId)?.score ?? null;

/** SC6 once, at the end. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : round2(known.reduce((sum, value) => sum + value, 0) / known.length);
}
