import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';

const { DOMParser } = new Window();
export type XmlElement = ReturnType<
  ReturnType<InstanceType<typeof DOMParser>['parseFromString']>['querySelectorAll']
>[number];

/** What the parser would let pass: a bare ampersand or bracket, a control character. */
const malformed = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|<(?![\w/?!])|(?![\n\t])\p{Cc}/iu;

/** The elements of a name in a piece of XML that must be well-formed. */
export function elementsOf(xml: string, name: string): XmlElement[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (malformed.test(xml) || document.getElementsByTagName('parsererror').length > 0)
    throw new Error(`not well-formed: ${xml.slice(0, 200)}`);
  return [...document.getElementsByTagName(name)];
}

/** The text files of an office package, by path. */
export const openPackage = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

export const fileOf = (files: ReadonlyMap<string, string>, path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(', ')}`);
  return text;
};

/** The words of a docx, paragraph by paragraph. */
export function docxWords(bytes: Uint8Array): string {
  const files = openPackage(bytes);
  const parts = [...files].filter(([path]) => /^word\/(document|footer\d+)\.xml$|^docProps\/core\.xml$/.test(path));
  return parts
    .map(([, xml]) => xml.replace(/<w:br\/>|<w:tab\/>/g, '\n').replace(/<\/w:p>/g, '\n</w:p>'))
    .map((xml) => elementsOf(xml, '*')[0]?.textContent ?? '')
    .join('\n');
}

/** The rows of every table of a docx, cell by cell. */
export const docxRows = (bytes: Uint8Array): string[][] =>
  elementsOf(fileOf(openPackage(bytes), 'word/document.xml'), 'w:tr').map((row) =>
    [...row.getElementsByTagName('w:tc')].map((cell) =>
      [...cell.getElementsByTagName('w:p')].map((part) => part.textContent).join('\n'),
    ),
  );

export type SheetCell = { address: string; isNumber: boolean; shown: string; hasFormula: boolean };

/** A stored number as the sheet shows it: 0.762 with `0.00" "%` → «76,20 %». */
function shownNumber(value: number, format: string): string {
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const percent = format.endsWith('%') ? format.replace(/^[0.]+/, '').replaceAll('"', '') : '';
  return `${(percent ? value * 100 : value).toFixed(decimals).replace('.', ',')}${percent}`;
}

/** `_x005F_` stands for the underscore itself. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of the sheet of an index, from 1. */
export function sheetCells(bytes: Uint8Array, index: number): SheetCell[] {
  const files = openPackage(bytes);
  const shared = elementsOf(fileOf(files, 'xl/sharedStrings.xml'), 'si').map((item) => unescaped(item.textContent));
  const styles = fileOf(files, 'xl/styles.xml');
  const codes = new Map(
    elementsOf(styles, 'numFmt').map((format) => [
      format.getAttribute('numFmtId'),
      format.getAttribute('formatCode') ?? '',
    ]),
  );
  const formats = elementsOf(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '', 'xf').map(
    (style) => codes.get(style.getAttribute('numFmtId')) ?? '0',
  );
  return elementsOf(fileOf(files, `xl/worksheets/sheet${index}.xml`), 'c').map((cell) => {
    const type = cell.getAttribute('t');
    const text = cell.textContent;
    const isNumber = type === null && text !== '';
    const words = type === 's' ? (shared[Number(text)] ?? '') : unescaped(text);
    return {
      address: cell.getAttribute('r') ?? '',
      isNumber,
      shown: isNumber ? shownNumber(Number(text), formats[Number(cell.getAttribute('s'))] ?? '0') : words,
      hasFormula: cell.getElementsByTagName('f').length > 0,
    };
  });
}
