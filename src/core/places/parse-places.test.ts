import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlaces } from './parse-places.ts';
import type { Place } from './place.ts';
import { placeTreeOf } from './place-tree.ts';
import { readCsv } from './read-csv.ts';

const head = 'id,kind,parent,name,shortName,address';
const tree = `${head}
north,region,,Северный край,,
zao,municipality,north,Заозёрск,,
s1,school,zao,"МБОУ ""Школа № 1""",Школа № 1,"ул. Школьная, 4"
b1,branch,s1,Филиал в Боровом,,
s9,school,north,Школа-интернат,Интернат,
`;
const rowsOf = (text: string) => {
  const result = readCsv(text);
  return result.ok ? result.value : result.problem;
};
const problemsOf = (...rows: string[]) => {
  const result = parsePlaces([head, ...rows].join('\n'));
  return result.ok ? [] : result.problem;
};
const region = 'north,region,,Край,,';

describe('readCsv', () => {
  it('[PL1] reads quotation marks, separators and line breaks inside them', () => {
    expect(rowsOf('a,"b ""c"", d","e\r\nf"\r\n')).toEqual([['a', 'b "c", d', 'e\r\nf']]);
  });

  it('[PL1] takes a byte order mark, any line ends and the semicolons of Russian Excel', () => {
    expect(rowsOf('\ufeffa;b\r\n1;"2;3"\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2;3'],
    ]);
    expect(rowsOf('a,b\r1,2\n3,4')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('[PL1] keeps empty cells and rows in their places', () => {
    expect(rowsOf('a,,\n\n,b')).toEqual([['a', '', ''], [''], ['', 'b']]);
    expect(rowsOf('')).toEqual([]);
  });

  it('[PL1] names the row of a quotation mark that never closes or stands inside a cell', () => {
    expect(rowsOf('a\n"b')).toEqual({ code: 'quote-unclosed', row: 2 });
    expect(rowsOf('a\nb\n"c"d,e')).toEqual({ code: 'quote-misplaced', row: 3 });
    expect(rowsOf('a\nООО "b"')).toEqual({ code: 'quote-misplaced', row: 2 });
  });

  it('[PL1] says that a file saved in the old Windows encoding is not UTF-8', () => {
    const windows1251 = new TextDecoder().decode(Uint8Array.from([0x61, 0x2c, 0xd8, 0xea, 0xee]));
    expect(rowsOf(windows1251)).toEqual({ code: 'not-utf8', row: 1 });
  });

  it('[PL1] reads back every table written by RFC 4180', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Я', ' ', ',', ';', '"', '\n', '\r') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), fc.constantFrom('\n', '\r\n', '\r'), (rows, separator, end) => {
        const written = [['id', 'x', 'y'], ...rows].map((row) =>
          row.map((one) => (/^[aЯ ]*$/.test(one) ? one : `"${one.replaceAll('"', '""')}"`)).join(separator),
        );
        expect(rowsOf(written.join(end))).toEqual([['id', 'x', 'y'], ...rows]);
      }),
    );
  });
});

describe('parsePlaces', () => {
  it('[PL3] takes region, municipality, school, branch, and a school directly under a region', () => {
    const result = parsePlaces(tree);
    const places: readonly Place[] = result.ok ? result.value : [];
    expect(places.map((place) => [place.id, place.parent])).toEqual([
      ['north', null],
      ['zao', 'north'],
      ['s1', 'zao'],
      ['b1', 's1'],
      ['s9', 'north'],
    ]);
    expect(places[2]).toEqual({
      id: 's1',
      kind: 'school',
      parent: 'zao',
      name: 'МБОУ "Школа № 1"',
      shortName: 'Школа № 1',
      address: 'ул. Школьная, 4',
    });
    expect(places[1]?.shortName).toBe('Заозёрск');
  });

  it('takes columns in any order, and a parent standing later or known before', () => {
    const text = 'name;id;parent;kind;address;shortName\nШкола;s1;zao;school;;\nЗаозёрск;zao;north;municipality;;';
    const known = placeTreeOf([
      { id: 'north', kind: 'region', parent: null, name: 'Край', shortName: 'Край', address: '' },
    ]);
    expect(parsePlaces(text, known)).toMatchObject({ ok: true, value: [{ id: 's1' }, { id: 'zao' }] });
    expect(parsePlaces(text)).toMatchObject({
      ok: false,
      problem: [{ code: 'parent-unknown', parent: 'north', row: 3 }],
    });
  });

  it('[PL2] names every problem with its row and takes nothing', () => {
    expect(
      problemsOf(
        region,
        'zao,municipality,north,,,',
        'Z,town,north,Посёлок,,',
        ',school,north,Школа,,',
        `s4,school,north,${'я'.repeat(201)},Школа,`,
        's5,school,north,Школа,,,лишнее',
        '',
      ),
    ).toEqual([
      { code: 'name-missing', row: 3 },
      { code: 'id-unreadable', id: 'Z', row: 4 },
      { code: 'kind-unknown', kind: 'town', row: 4 },
      { code: 'id-unreadable', id: '', row: 5 },
      { code: 'text-too-long', column: 'name', row: 6 },
      { code: 'cells-too-many', row: 7 },
    ]);
  });

  it('[PL2] says which columns are missing or unknown, and that there is no place', () => {
    const result = parsePlaces('id,kind,parent,name,short,address\n');
    expect(result).toEqual({
      ok: false,
      problem: [
        { code: 'column-missing', column: 'shortName', row: 1 },
        { code: 'column-unknown', column: 'short', row: 1 },
      ],
    });
    expect(problemsOf('', ',,,,,')).toEqual([{ code: 'no-places', row: 1 }]);
    expect(parsePlaces('')).toMatchObject({
      ok: false,
      problem: [{ code: 'column-missing', column: 'id' }, {}, {}, {}, {}, {}],
    });
  });

  it('[PL3] refuses an id twice, a parent missing, unknown, of a wrong kind, and a place above itself', () => {
    expect(
      problemsOf(
        region,
        'zao,municipality,,Заозёрск,,',
        'zao,municipality,north,Заозёрск,,',
        's1,school,nowhere,Школа,,',
        'b1,branch,north,Филиал,,',
        'r2,region,north,Край,,',
        's2,school,s2,Школа,,',
      ),
    ).toEqual([
      { code: 'parent-missing', row: 3 },
      { code: 'id-twice', id: 'zao', firstRow: 3, row: 4 },
      { code: 'parent-unknown', parent: 'nowhere', row: 5 },
      { code: 'parent-of-wrong-kind', parent: 'north', parentKind: 'region', kind: 'branch', row: 6 },
      { code: 'parent-of-wrong-kind', parent: 'north', parentKind: 'region', kind: 'region', row: 7 },
      { code: 'parent-of-wrong-kind', parent: 's2', parentKind: 'school', kind: 'school', row: 8 },
    ]);
  });

  it('[PL3] lets a known place be given again, but not as another kind', () => {
    const first = parsePlaces(tree);
    const known = placeTreeOf(first.ok ? first.value : []);
    expect(parsePlaces(tree, known).ok).toBe(true);
    expect(parsePlaces(`${head}\nzao,school,north,Школа,,`, known)).toMatchObject({
      problem: [{ code: 'kind-changed', id: 'zao', was: 'municipality', row: 2 }],
    });
  });
});
