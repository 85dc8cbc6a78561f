import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of places: region r, municipality m, schools s10 and s11, and what is given beside them. */
export function aTreeFile(others: readonly string[] = []): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-places-')), 'places.csv');
  const rows = [
    'id,kind,parent,name,shortName,address',
    'r,region,,Северодольский край,Край,',
    'm,municipality,r,Тиховодский округ,Округ,',
    's10,school,m,Ясноборская средняя школа,Ясноборская СОШ,"с. Ясный Бор, Школьная, 4"',
    's11,school,m,Речная основная школа,Речная ООШ,',
    ...others,
  ];
  writeFileSync(file, rows.join('\n'));
  return file;
}
