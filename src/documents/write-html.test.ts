import { createHash } from 'node:crypto';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { everyBlock, longTable } from '../../tests/fixtures/a-report-document.ts';
import { htmlStyle, htmlStyleHash } from './html-style.ts';
import { writeHtml } from './write-html.ts';

const page = new Window().document;
page.write(writeHtml(everyBlock));

describe('writeHtml', () => {
  it('[DC7] allows its own style and nothing else', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe(`default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`);
    const hash = createHash('sha256').update(htmlStyle).digest('base64');
    expect(htmlStyleHash).toBe(`sha256-${hash}`);
    expect([...page.querySelectorAll('style')].map((style) => style.textContent)).toEqual([htmlStyle]);
  });

  it('[DC7] has no script, handler, inline style or address', () => {
    expect(page.querySelectorAll('script,link,img,iframe,object,form,a').length).toBe(0);
    const names = [...page.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ name }) => name));
    expect(names.filter((name) => /^on|^style$|^href$|^src$/.test(name))).toEqual([]);
  });

  it('[DC7] shows markup somebody typed as text', () => {
    expect(page.body.textContent).toContain('<script>alert("x")</script>');
    expect(page.body.textContent).toContain('&amp; <w:t>');
  });

  it('[DC7] is a whole Russian page with a title, headings and tables', () => {
    expect(page.documentElement.getAttribute('lang')).toBe('ru');
    expect(page.title).toBe(everyBlock.title);
    expect(page.querySelectorAll('h1').length).toBe(everyBlock.sections.length);
    expect([...page.querySelectorAll('thead tr')].map((row) => row.textContent).slice(0, 2)).toEqual([
      'Продолжение таблицы',
      'ПоказательБалл0 — 100',
    ]);
    expect(page.querySelector('tr.total')?.textContent).toBe('Итого76,20\u00a0%взвешенно');
  });

  it('[DC7] names the page it is printed on', () => {
    expect(htmlStyle).toContain('@page landscape{size:A4 landscape');
    expect(writeHtml(longTable(1))).toContain('<body class="landscape">');
  });

  it('[DC9] draws a bar beside its number', () => {
    const bars = [...page.querySelectorAll('rect.bar')].map((bar) => bar.getAttribute('width'));
    expect(bars).toEqual(['94.18', '0', '100']);
  });
});
