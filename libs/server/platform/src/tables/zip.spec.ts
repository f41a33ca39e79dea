import JSZip from 'jszip';
import { isZip, zipIsWithin } from './zip';

const CAPS = { entries: 10, unpacked: 1024 * 1024 };

const zipOf = async (files: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new JSZip();
  Object.entries(files).forEach(([name, content]) => zip.file(name, content, { createFolders: false }));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

describe('a zip', () => {
  it('is known by its first bytes', async () => {
    expect(isZip(await zipOf({ a: 'b' }))).toBe(true);
    expect(isZip(Buffer.from('name,age'))).toBe(false);
  });

  it('of ordinary size is let in', async () => {
    expect(zipIsWithin(await zipOf({ 'xl/sheet1.xml': 'x'.repeat(10_000) }), CAPS)).toBe(true);
  });

  it('that unpacks to very much is kept out, be it one entry or many', async () => {
    expect(zipIsWithin(await zipOf({ bomb: Buffer.alloc(1024 * 1024 + 1) }), CAPS)).toBe(false);
    expect(zipIsWithin(await zipOf({ a: Buffer.alloc(400_000), b: Buffer.alloc(400_000), c: Buffer.alloc(400_000) }), CAPS)).toBe(false);
  });

  it('that lies about how much it unpacks to is kept out', async () => {
    const bomb = await zipOf({ bomb: Buffer.alloc(5 * 1024 * 1024) });
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    expect(zipIsWithin(bomb, CAPS)).toBe(false);
  });

  it('of too many entries is kept out', async () => {
    expect(zipIsWithin(await zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`f${at}`, 'x']))), CAPS)).toBe(false);
  });

  it('that is cut off is kept out', async () => {
    const whole = await zipOf({ a: 'x'.repeat(1000) });
    expect(zipIsWithin(whole.subarray(0, whole.length - 30), CAPS)).toBe(false);
  });
});
