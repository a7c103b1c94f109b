import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

/** In which the end of a file stands, with what scanners and mail programs append: a ZIP comment is the longest. */
const TAIL = 66 * 1024;
/** Of a PDF whose content is enciphered; it stands in the clear, wherever the file has its trailer. */
const ENCRYPT = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/;
const OVERLAP = 64;

const ENDS: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%%EOF'),
  'image/png': Buffer.from('IEND'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Buffer.from('PK\x05\x06', 'latin1'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Buffer.from('PK\x05\x06', 'latin1'),
  'application/vnd.oasis.opendocument.text': Buffer.from('PK\x05\x06', 'latin1'),
  'application/vnd.oasis.opendocument.spreadsheet': Buffer.from('PK\x05\x06', 'latin1'),
};

async function tailOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer;
  } finally {
    await file.close();
  }
}

async function isEncrypted(path: string): Promise<boolean> {
  let before = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = before + String(chunk);
    if (ENCRYPT.test(text)) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}

const unreadable = (reason: 'cut' | 'encrypted', vi: string, en: string): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('FILE.UNREADABLE', { reason }, [], { vi, en });

/**
 * Opened, not believed: a paper whose end is missing, or that asks for a password, is of no use to whoever has to read it.
 * @throws Refusal FILE.UNREADABLE
 */
export async function assertReadable(path: string, mediaType: string): Promise<void> {
  const end = ENDS[mediaType];
  if (end && !(await tailOf(path)).includes(end)) {
    throw unreadable(
      'cut',
      'Tệp thiếu phần cuối, có thể do tải lên hoặc quét chưa xong. Đề nghị tạo lại tệp.',
      'The end of the file is missing, perhaps because a scan or a copy was not finished. Scan or save it again.',
    );
  }
  if (mediaType === 'application/pdf' && (await isEncrypted(path))) {
    throw unreadable(
      'encrypted',
      'Tệp PDF có mật khẩu hoặc bị mã hóa. Đề nghị bỏ mật khẩu rồi tải lại.',
      'The PDF is encrypted. Take its password away and upload it again.',
    );
  }
}
