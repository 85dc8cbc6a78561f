import type { Registers } from '../../core/submission/registers.ts';
import { municipalTexts } from '../../texts/municipal-report.ts';
import type { Block, ReportDocument } from '../report-document.ts';
import { letterheadOf, type PaperSettings, paperSettingsOf } from './paper-settings.ts';

/** RE9: the municipality's own signatures in place of the one executor's: «должность, фамилия» a line. */
export function withSignatures(document: ReportDocument, { signature }: PaperSettings): ReportDocument {
  const lines = (signature ?? '').split('\n').flatMap((line) => line.trim() || []);
  if (lines.length === 0) return document;
  const [sign = '', surname = '', day = ''] = municipalTexts.signFields;
  const rows = lines.map((line) => {
    const comma = line.lastIndexOf(',');
    const [who, name] = comma < 0 ? [line, surname] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
    return { who, fields: [sign, name, day] };
  });
  const replaced = (block: Block): Block => (block.kind === 'signatures' ? { kind: 'signatures', rows } : block);
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(replaced) })),
  };
}

/** Points, where a municipality set nothing. */
export const officialSize = 14;

/** RE9: what documents of a municipality look like, out of its office history as it stands or as a version froze it. */
export function documentSettingsOf(officeRegisters: Registers) {
  const { font, size = officialSize, margins = {}, letterhead = '' } = paperSettingsOf(officeRegisters);
  const picture = letterheadOf(officeRegisters);
  const lines = letterhead.split('\n').flatMap((line) => line.trim() || []);
  return {
    ...(font ? { font } : {}),
    size,
    margins,
    ...(picture || lines.length > 0 ? { letterhead: { lines, ...(picture ? { picture } : {}) } } : {}),
  };
}
