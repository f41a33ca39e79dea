import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@sampan/kernel';
import { Documents } from './documents';

const chromium = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium'].find((file) => existsSync(file));
const withChromium = chromium ? describe : describe.skip;

/** What a name would be if nobody had escaped it, tried with every way to load something. */
const asking = (address: string): string => `
  <img src="${address}/a.svg"><link rel="stylesheet" href="${address}/b.css"><iframe src="${address}/c.html"></iframe><object data="${address}/d.svg"></object>
  <embed src="${address}/e.svg"><style>@import url("${address}/f.css"); @font-face { font-family: x; src: url("${address}/g.woff2") } p { font-family: x; background: url("${address}/h.png") }</style>
  <script src="${address}/i.js"></script><script>fetch("${address}/j")</script><meta http-equiv="refresh" content="0;url=${address}/k"><svg><image href="${address}/l.svg"/></svg><p>ដារ៉ា</p>`;
/** Only where nothing is compared: while a film loads, Chromium draws a wheel that turns, so no two prints are the same. */
const askingForFilm = (address: string): string => `<video poster="${address}/m.png" src="${address}/n.mp4"></video>`;
/** Without what differs between two prints of the same page. */
const lengthOf = (pdf: Buffer): number => pdf.toString('latin1').replace(/\/(Creation|Mod)Date \([^)]*\)/g, '').length;

withChromium('a page that is printed', () => {
  const documents = new Documents({ chromiumPath: chromium ?? null } as Config);
  const asked: string[] = [];
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'printed-'));
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await documents.onApplicationShutdown();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it('asks nobody for anything, whatever stands in it', async () => {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const pdf = await documents.pdf(asking(address) + askingForFilm(address));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(asked).toEqual([]);
  });

  it('holds nothing of the files of this machine: it is the same whether they exist or not', async () => {
    const missing = await documents.pdf(asking(`file://${folder}`));
    for (const name of ['a.svg', 'd.svg', 'e.svg', 'l.svg']) {
      writeFileSync(join(folder, name), '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="50">secret of the machine</text></svg>');
    }
    writeFileSync(join(folder, 'c.html'), '<p>secret of the machine</p>');
    writeFileSync(join(folder, 'b.css'), 'p { font-size: 99px }');
    expect(lengthOf(await documents.pdf(asking(`file://${folder}`)))).toBe(lengthOf(missing));
  });
});

it('says that there is no Chromium, or that it does not work, with a code', async () => {
  await expect(new Documents({ chromiumPath: null } as Config).pdf('')).rejects.toMatchObject({ code: 'PDF_UNAVAILABLE' });
  await expect(new Documents({ chromiumPath: process.execPath } as Config).pdf('')).rejects.toMatchObject({ code: 'PDF_UNAVAILABLE' });
});
