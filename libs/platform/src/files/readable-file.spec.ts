import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@motcua/kernel';
import { assertReadable } from './readable-file.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';

describe('a paper is opened, not believed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-readable-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const outcome = async (content: string, mediaType: string): Promise<string> => {
    const path = join(folder, 'paper');
    await writeFile(path, Buffer.from(content, 'latin1'));
    const refusal: unknown = await assertReadable(path, mediaType).catch((error: unknown) => error);
    return refusal instanceof Refusal ? `${refusal.code} ${String(refusal.evidence['reason'])}` : 'taken';
  };
  const far = ' '.repeat(65_530);

  it.each([
    ['a whole PDF', '%PDF-1.7\n1 0 obj\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n', PDF, 'taken'],
    ['one with an end of line too many', `%PDF-1.7\n%%EOF\n${' '.repeat(2_000)}`, PDF, 'taken'],
    ['one that is cut', `%PDF-1.7\n%%EOF\n${'x'.repeat(100_000)}`, PDF, 'FILE.UNREADABLE cut'],
    ['an encrypted one', '%PDF-1.7\ntrailer\n<</Encrypt 9 0 R>>\n%%EOF', PDF, 'FILE.UNREADABLE encrypted'],
    ['one that says so across two reads', `${far}<</Encrypt <</V 4>>>>\n%%EOF`, PDF, 'FILE.UNREADABLE encrypted'],
    ['one that only writes of it', '%PDF-1.7\n(/Encrypt it)\n%%EOF', PDF, 'taken'],
    ['a picture that is cut', '\x89PNG\r\n\x1a\nIHDR', 'image/png', 'FILE.UNREADABLE cut'],
    ['a text document that is cut', 'PK\x03\x04word/document.xml', DOCX, 'FILE.UNREADABLE cut'],
    ['a whole text document', 'PK\x03\x04word/document.xmlPK\x05\x06', DOCX, 'taken'],
  ])('%s', async (_what, content, mediaType, expected) => {
    expect(await outcome(content, mediaType)).toBe(expected);
  });
});
