import type { Form } from '../form/form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { settingsHeadings, sheetNames } from './headings.ts';
import type { Issues } from './issues.ts';
import { findSheet, numberIn, type Row, readRows } from './sheet-rows.ts';

const formKinds = ['scored', 'columns', 'sections'] as const;

/** What the sheet of settings says of a form. `row`: null where there is no such sheet. */
export type Identity = {
  id: string;
  version: number;
  title: string;
  kind: (typeof formKinds)[number];
  levels: Form['levels'];
  row: Row | null;
};

const idPattern = /^[a-z][a-z0-9-]{0,39}$/;
/** Names of the blocks of an answers file and of the forms of other shapes. */
const takenIds: readonly string[] = ['passport', 'status', 'evidence', 'comments', 'place'];
const ofOtherKinds: Readonly<Record<string, Identity['kind']>> = { monitoring: 'columns', 'site-report': 'sections' };

/** A later version than people count to is a moment, as XLSForm writes it. */
const latestVersion = 9999;

/** Levels of a form that says none: a template a municipality changes. */
const usualLevels: Form['levels'] = {
  ready: { total: 85, criterion: 65 },
  readyWithRemarks: { total: 70 },
  partlyReady: { total: 50 },
};

/** FS8: name, version, title, kind and levels of a form; the row under the headings counts. */
export function readSettings(sheets: readonly Sheet[], issues: Issues): Identity {
  const sheet = findSheet(sheets, sheetNames.settings);
  const rows = sheet ? readRows(sheet, settingsHeadings, issues) : [];
  const [row = null, second] = rows;
  if (!sheet) issues.error({ sheet: 'settings' }, { code: 'no-sheet' });
  else if (!row) issues.error({ sheet: sheet.name }, { code: 'no-rows' });
  if (second) issues.skip(second.spot(), { code: 'first-row-only' });
  issues.language = row?.text('default_language').toLowerCase() || null;
  const kind = row?.oneOf('form_kind', formKinds) ?? 'scored';
  const title = row?.words('form_title') ?? '';
  if (row && title === '') issues.error(row.spot('form_title'), { code: 'no-value' });
  return {
    id: idOf(row, kind, issues),
    version: versionOf(row, issues),
    title,
    kind,
    levels: levelsOf(row, issues),
    row,
  };
}

function idOf(row: Row | null, kind: Identity['kind'], issues: Issues): string {
  const typed = row?.text('form_id') ?? '';
  if (!row) return '';
  if (typed === '') {
    issues.error(row.spot('form_id'), { code: 'no-value' });
    return '';
  }
  const id = typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const isTaken = takenIds.includes(id) || (ofOtherKinds[id] ?? kind) !== kind;
  if (!idPattern.test(id) || isTaken) issues.error(row.spot('form_id'), { code: 'bad-form-id', typed });
  else if (id !== typed) issues.skip(row.spot('form_id'), { code: 'taken-as', typed, as: id });
  return id;
}

function versionOf(row: Row | null, issues: Issues): number {
  const typed = row?.text('version') ?? '';
  const version = numberIn(typed);
  if (typed === '' || !row) return 1;
  if (version !== null && Number.isInteger(version) && version >= 1 && version <= latestVersion) return version;
  issues.skip(row.spot('version'), { code: 'taken-as', typed, as: '1' });
  return 1;
}

function levelsOf(row: Row | null, issues: Issues): Form['levels'] {
  const level = (name: string, usual: number) => row?.figure(name, 0, 100) ?? usual;
  const { ready, readyWithRemarks, partlyReady } = usualLevels;
  return inOrder(row, issues, {
    ready: { total: level('level_ready', ready.total), criterion: level('level_ready_criterion', ready.criterion) },
    readyWithRemarks: { total: level('level_ready_with_remarks', readyWithRemarks.total) },
    partlyReady: { total: level('level_partly_ready', partlyReady.total) },
  });
}

/** A lower level begins no higher. */
function inOrder(row: Row | null, issues: Issues, levels: Form['levels']): Form['levels'] {
  const steps = [
    ['level_ready', levels.ready.total],
    ['level_ready_with_remarks', levels.readyWithRemarks.total],
    ['level_partly_ready', levels.partlyReady.total],
  ] as const;
  for (const [at, [name, least]] of steps.entries()) {
    const most = steps[at - 1]?.[1] ?? 100;
    if (row && least > most)
      issues.error(row.spot(name), { code: 'out-of-range', typed: String(least), least: 0, most });
  }
  return levels;
}
