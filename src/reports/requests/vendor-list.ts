import type { VendorGroup } from '../../core/requests/vendor-requests.ts';
import { dateText } from '../../texts/numbers.ts';
import { requestsTexts } from '../../texts/requests.ts';
import type { Block, Column, ReportDocument } from '../report-document.ts';

const { heads } = requestsTexts.list;
const columns: readonly Column[] = [
  { title: heads.no, align: 'end', keep: true },
  { title: heads.theme },
  { title: heads.kind },
  { title: heads.text, width: 30 },
  { title: heads.from },
  { title: heads.on, keep: true },
  { title: heads.answer, width: 20 },
  { title: heads.by },
  { title: heads.id, keep: true },
];

type Given = { place: string; groups: readonly VendorGroup[]; schools: number /** YYYY-MM-DD */; today: string };

/** VR3: what goes to the vendors: a table each, with room for the answer and a code by which it comes back. */
export function vendorList({ place, groups, schools, today }: Given): ReportDocument {
  const { list, vendors, themes, kinds } = requestsTexts;
  const title = list.title(place);
  const tables = groups.map(({ vendor, schools: own, themes: parts }): Block => {
    const requests = parts.flatMap((part) => part.requests);
    return {
      kind: 'table',
      caption: list.caption(vendors[vendor], own, schools),
      columns,
      rows: requests.map(({ id, theme, kind, text, from, on, answer }, at) => [
        { number: at + 1, digits: 0 },
        themes[theme],
        kinds[kind],
        text,
        from.name,
        dateText(on),
        answer?.text ?? '',
        answer?.by ? dateText(answer.by) : '',
        id,
      ]),
    };
  });
  const blocks: Block[] = [
    { kind: 'paragraph', text: title, large: true },
    ...(tables.length > 0 ? tables : [{ kind: 'paragraph' as const, text: list.none }]),
  ];
  return {
    title,
    page: 'landscape',
    sheets: 'tables',
    sections: [{ title: list.section, fit: 'flow', blocks, footer: { left: place, right: list.on(dateText(today)) } }],
  };
}
