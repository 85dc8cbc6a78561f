import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemo } from '../../src/command-line/load-demo.ts';
import { withNewEndpoint } from '../../src/command-line/with-endpoint.ts';
import { command } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';
import { docxRows, docxWords } from '../support/read-package.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The report of the demo's region as it lies in the file: its words, and its tables row by row. */
describe('the network report of the demo’s three project sites, read back from its docx', () => {
  let words = '';
  let rows: readonly string[] = [];
  let year = 0;

  beforeAll(async () => {
    const data = aFolder();
    const campaign = await withNewEndpoint(data, async (endpoint) => (await loadDemo(endpoint)).campaigns);
    const id = campaign.get('site-report') ?? '';
    year = Number(id.slice(0, 4)) + 1;
    const out = join(aFolder(), 'network.docx');
    const asked = ['--place', 'severodolye', '--campaign', id, '--data', data, '--out', out];
    const { code, stdout, stderr } = await command(['report', 'network-report', ...asked]);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    words = plain(docxWords(readFileSync(out)));
    rows = docxRows(readFileSync(out)).map((cells) => plain(cells.join(' | ')));
  });

  it('[DW1] [NR1] [NR2] says who is in the network and what came in time', () => {
    for (const sentence of [
      'В реестре площадок 3 площадки.',
      'С начала учебного года: было 2 площадки, вышло 0, вошло 1, стало 3.',
      'По трёхсторонним соглашениям работает 2, по двусторонним 1.',
      `Получено до 20.05.${year} включительно: 2 отчёта, 67 % от сети (2 из 3).`,
      'После срока: 1 отчёт (Тихоросинская СОШ). В число полученных в срок не входят.',
      `Отчёты площадок: 3 из 3, на 01.06.${year}`,
    ])
      expect(words).toContain(sentence);
    expect(rows).toEqual(
      expect.arrayContaining([
        'Тиховодский округ | 3 | 2 | 67 % | 3',
        'Томская электронная школа | 2 | 67 %',
        'Дневник.ру | 1 | 33 %',
        `Тиховодский округ | Тихоросинская СОШ | двустороннее | Дневник.ру | 23.05.${year}, после срока`,
      ]),
    );
  });

  it('[DW1] [NR4] counts every indicator of those that reported, with shares and sums', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        '1.1 Меры по защите персональных данных выполнены | 2 из 3 | 67 %',
        '2.6 Проводили конкурсы для педагогов | 2 из 3 | 67 %',
        '2.7 Обучающие мероприятия | 1 из 3 | 33 %',
        '3.1 Перечень ресурсов размещён на сайте | 3 из 3 | 100 %',
        '1.3 | Контингент-регион | 2 из 3 | 67 %',
        '2.1 Международные, всероссийские и межрегиональные мероприятия | Мероприятия | 3 | уровень: всероссийский — 2, межрегиональный — 1; как проходило: дистанционно — 3',
        '2.1 Международные, всероссийские и межрегиональные мероприятия | Участников | 64 | ',
        '2.4 Муниципальные и межмуниципальные конкурсы | Конкурсы | 4 | уровень: муниципальный — 3, межмуниципальный — 1; роль: организатор — 2, участник — 2',
        '2.5 Сетевые проекты | Педагогов | 7 | ',
        '5.1 Педагоги-эксперты | Педагогов-экспертов | 4 | ',
        '6.1 Консультации | Консультаций | 19 | ',
      ]),
    );
  });

  it('[DW1] [NR6] lists events, practices and publications with the site that told them', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        `Гимназия | Всероссийский фестиваль школьных журналов | 18.11.${year - 1} | всероссийский | дистанционно | 24 | диплом второй степени`,
        `Тихоросинская СОШ | Всероссийский фестиваль школьных журналов | 18.11.${year - 1} | всероссийский | дистанционно | 9 | участие`,
        `Тихоросинская СОШ | Кубок двух округов по информатике | 27.02.${year} | межмуниципальный | организатор`,
        `Синекаменская ООШ | Лучший классный час о дневнике | 03.02.${year} | педагоги`,
        'Гимназия | Замещения видны в дневнике до первого урока | https://gimnaziya.example/practice/1',
        `Гимназия | Гимназия прощается с бумажным журналом | заместитель директора | газета «Озёрный край» | ${year}`,
      ]),
    );
  });

  it('[DW1] [NR3] begins with the project’s passport and ends with the region’s own words', () => {
    const inOrder = [
      'Школа без бумаги',
      '2. Сеть и отчёты',
      '3. Показатели',
      '4. Мероприятия площадок',
      `Единый день открытого дневника, 21.04.${year}`,
      'Во вторых зданиях и филиалах нет устойчивого интернета',
      `Принять отчёты площадок за год до 20.05.${year + 1}`,
      'Приложение. Площадки проекта',
    ].map((text) => [text, words.indexOf(text)] as const);
    expect(inOrder.filter(([, at]) => at < 0)).toEqual([]);
    expect(inOrder.map(([, at]) => at)).toEqual(inOrder.map(([, at]) => at).sort((a, b) => a - b));
  });
});
