import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PlainPages = { address: string; stop: () => void };

/** What the program is compared with: a page of plain radio buttons, as many as an open criterion has, without any script. */
export async function servePlainPages(): Promise<PlainPages> {
  const server = createServer((request, answer) => {
    answer.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(request.url === '/' ? page : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const radio = (at: number, words: string) =>
  `<label class="opt"><input type="radio" name="q${at}"><span>${words}</span></label>`;
const fieldset = (_: unknown, at: number) =>
  `<section id="q${at}"><fieldset><legend>Показатель ${at + 1}: обязанности распределены приказом</legend>
<p>Приказ директора, номер и дата</p>${['Да', 'Частично', 'Нет', 'Не представлено'].map((words) => radio(at, words)).join('')}</fieldset></section>`;

const page = `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Форма</title></head>
<body><main><h1>Форма</h1>${Array.from({ length: 12 }, fieldset).join('\n')}</main></body></html>`;
