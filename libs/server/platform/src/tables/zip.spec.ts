import JSZip from 'jszip';
import { isZip, stateOfZip } from './zip';

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
    expect(stateOfZip(await zipOf({ 'xl/sheet1.xml': 'x'.repeat(10_000) }), CAPS)).toBe('within');
  });

  it('that unpacks to very much is kept out, be it one entry or many', async () => {
    expect(stateOfZip(await zipOf({ bomb: Buffer.alloc(1024 * 1024 + 1) }), CAPS)).toBe('too-large');
    expect(stateOfZip(await zipOf({ a: Buffer.alloc(400_000), b: Buffer.alloc(400_000), c: Buffer.alloc(400_000) }), CAPS)).toBe('too-large');
  });

  it('that lies about how much it unpacks to is kept out', async () => {
    const bomb = await zipOf({ bomb: Buffer.alloc(5 * 1024 * 1024) });
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24);
    expect(stateOfZip(bomb, CAPS)).toBe('too-large');
  });

  it('of too many entries is kept out', async () => {
    expect(stateOfZip(await zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`f${at}`, 'x']))), CAPS)).toBe('too-large');
  });

  it('that is cut off, or whose content is spoilt, is told from one that is too large', async () => {
    const whole = await zipOf({ a: 'x'.repeat(1000) });
    expect(stateOfZip(whole.subarray(0, whole.length - 30), CAPS)).toBe('broken');
    whole.fill(0xff, 35, 45);
    expect(stateOfZip(whole, CAPS)).toBe('broken');
  });
});
