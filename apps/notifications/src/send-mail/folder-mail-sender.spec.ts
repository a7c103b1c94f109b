import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLetter } from '../testing/notification.fixture.js';
import { FolderMailSender } from './folder-mail-sender.js';
import type { OutgoingMail } from './mail-sender.js';

const MAIL: OutgoingMail = {
  id: '019aa0c8-4b2e-7c31-9d6e-3f1a2b4c5d6e',
  to: { name: 'Nguyễn Thị Mẫu', address: 'mau@example.test' },
  subject: 'Hồ sơ đã được tiếp nhận',
  text: 'Kính gửi: Nguyễn Thị Mẫu\n\nMột dòng có dấu = và /etc/passwd',
  html: '<p>x</p>',
  language: 'vi',
  attachment: null,
};

describe('laying mail down in a folder', () => {
  let scratch: string;
  let folder: string;
  let sender: FolderMailSender;
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'motcua-mail-'));
    folder = join(scratch, 'mail');
    sender = new FolderMailSender(folder, { name: 'Bộ phận Một cửa', address: 'mot-cua@motcua.example' });
  });
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  it('makes the folder, and a file that a mail program can read', async () => {
    expect(await sender.send(MAIL)).toEqual({ is: 'sent' });
    expect(await readdir(folder)).toEqual([`${MAIL.id}.eml`]);
    const { headers, text } = readLetter(await readFile(join(folder, `${MAIL.id}.eml`), 'utf8'));
    expect(text).toBe(MAIL.text);
    expect(headers).toContain(`Message-ID: <${MAIL.id}@motcua.example>`);
    expect(headers).toContain('<mau@example.test>');
  });

  it('has one file for a delivery, however often a crash lets it be tried', async () => {
    await sender.send(MAIL);
    await sender.send(MAIL);
    await Promise.all([sender.send(MAIL), sender.send(MAIL)]);
    expect(await readdir(folder)).toEqual([`${MAIL.id}.eml`]);
  });

  it('waits where the folder cannot be written, and leaves no half of a file', async () => {
    await writeFile(folder, 'a file where the folder should be');
    expect(await sender.send(MAIL)).toEqual({ is: 'unreachable', reason: 'EEXIST' });
    expect(await readdir(scratch)).toEqual(['mail']);
  });
});
