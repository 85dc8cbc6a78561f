import { useMemo } from 'preact/hooks';
import type { ColumnForm } from '../../core/form/column-form.ts';
import type { Json } from '../../core/json.ts';
import { branchTwinsOf } from '../../core/monitoring/branch-twins.ts';
import { checkContextOf } from '../../core/monitoring/check-context.ts';
import { allBranchRows, cellKey } from '../../core/monitoring/column-rows.ts';
import { type Offer, offersOf } from '../../core/monitoring/offers.ts';
import { type RowsStanding, rowsStanding } from '../../core/monitoring/rows-standing.ts';
import { answeredCampaigns } from '../../core/submission/campaigns.ts';
import { collects, scoredFormId } from '../../core/submission/collected-forms.ts';
import { type Facts, factsOf, firstValue, registerPathOf } from '../../core/submission/facts.ts';
import { formWithSystems } from '../../core/systems/form-with-systems.ts';
import type { System } from '../../core/systems/systems.ts';
import { monitoringScreenTexts as texts } from '../../texts/monitoring-screen.ts';
import { type Program, useProgram } from '../program.ts';
import { useSystems } from '../use-systems.ts';
import { monitoringForm, monitoringGiven } from './monitoring-form.ts';

/** Whose cells these are; `id`: of the branch, null: the school's own. */
export type FormPlace = { id: string | null; name: string };

/** Everything a part of the monitoring form shows. */
export type Monitoring = {
  /** with the region's words for systems (SD1) */
  form: ColumnForm;
  facts: Facts;
  standing: RowsStanding;
  offers: ReadonlyMap<string, Offer>;
  /** those whose columns are filled in on this device: of the school all, of a branch its own (MS7) */
  places: readonly FormPlace[];
  /** the branch this device belongs to; null: it is the school's */
  branchId: string | null;
  /** CX3: the school counts another row of this device's branch */
  isLeftOut: boolean;
  /** full path of a register by its short key */
  pathOf: (key: string) => string;
  cellOf: (columnId: string, place: FormPlace) => Json;
};

/** The region's monitoring form of the campaign on screen, as it stands now. */
export function useMonitoring(): Monitoring {
  const program = useProgram();
  const { campaign, delivery, published } = program;
  const registers = program.registers.value;
  const { enrolment } = delivery.value;
  const branchId = enrolment?.role === 'branch' ? enrolment.place.id : null;
  const branchName = enrolment?.place.shortName ?? '';
  const systems = useSystems();
  return useMemo(
    () => monitoringOf(program, systems, branchId === null ? null : { id: branchId, name: branchName }),
    [registers, published.value, campaign, enrolment, systems],
  );
}

function monitoringOf(program: Program, systems: readonly System[], branch: FormPlace | null): Monitoring {
  const { campaign } = program;
  const registers = program.registers.value;
  const published = program.published.value;
  const schoolId = program.delivery.value.enrolment?.own ?? null;
  const pathOf = (key: string) => registerPathOf(campaign.id, monitoringForm.id, key);
  const { facts, isLeftOut } = seenFrom(branch, factsOf(registers, campaign.id, monitoringForm.id));
  const context = checkContextOf({ form: monitoringForm, campaign, registers, published, schoolId });
  const standing = rowsStanding(monitoringForm, facts, { ...monitoringGiven, context });
  const known = standing.rows.branches.map(({ id, name }): FormPlace => ({ id, name }));
  const own = known.find(({ id }) => id === branch?.id) ?? branch;
  return {
    form: formWithSystems(monitoringForm, systems),
    facts,
    standing,
    offers: offersOf(monitoringForm, standing.rows, { facts, scored: scoredFacts(program) }),
    places: own ? [own] : [{ id: null, name: texts.head.own }, ...known],
    branchId: branch?.id ?? null,
    isLeftOut,
    pathOf,
    cellOf: (columnId, place) => firstValue(facts, cellKey(columnId, place.id)),
  };
}

/** CX3: a branch's device shows its own row, also where the school counts another one of the same branch. */
function seenFrom(branch: FormPlace | null, facts: Facts): { facts: Facts; isLeftOut: boolean } {
  const own = branch?.id ?? '';
  const others = branchTwinsOf(allBranchRows(monitoringForm, facts), facts).filter(
    ({ ids, counted }) => ids.includes(own) && counted !== null && counted !== own,
  );
  return {
    facts: new Map([...facts, ...others.map(({ key }) => [key, [own]] as const)]),
    isLeftOut: others.length > 0,
  };
}

/** MS3: answers of the scored form: of this campaign where it collects it, else of the last one it was answered in. */
function scoredFacts({ campaign, registers }: Program): Facts {
  const answered = [...answeredCampaigns(registers.value, [scoredFormId]).keys()].sort();
  const id = collects(campaign, scoredFormId) ? campaign.id : answered.at(-1);
  return id === undefined ? new Map() : factsOf(registers.value, id, scoredFormId);
}

/** The place something is said of, as it is called on this device. */
export const placeName = ({ standing }: Monitoring, branchId: string | null): string =>
  branchId === null ? texts.head.own : (standing.rows.branches.find(({ id }) => id === branchId)?.name ?? branchId);

/** Where a cell stands on its screen. */
export const cellAnchor = (columnId: string, branchId: string | null): string => `c${cellKey(columnId, branchId)}`;

/** The address of a cell. */
export const cellAddress = (columnId: string, branchId: string | null): string =>
  `/monitoring#${cellAnchor(columnId, branchId)}`;
