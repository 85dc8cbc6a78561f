import type { ReportDocument } from '../reports/report-document.ts';

/** Control characters but the line break, halves of characters, marks that turn the writing direction, non-characters. */
const unprintable = /(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(unprintable, '');

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanValue(part)]));
}

/** DC1: every text of the document without what cannot be printed or would break a file; the shape stays the same. */
export const cleanDocument = (document: ReportDocument): ReportDocument => cleanValue(document) as ReportDocument;
