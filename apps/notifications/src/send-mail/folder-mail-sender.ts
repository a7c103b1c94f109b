import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type From, messageOf } from './mail-message.js';
import type { MailSender, OutgoingMail, SendOutcome } from './mail-sender.js';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'MAIL_FOLDER';

/**
 * Lays mail down as `.eml` files, each named by its delivery: a mail that is tried again after a crash replaces its own
 * file, so it is there once. A reader never sees half of one.
 */
export class FolderMailSender implements MailSender {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: From,
  ) {}

  async send(mail: OutgoingMail): Promise<SendOutcome> {
    let content: Buffer;
    try {
      content = (await this.composer.sendMail(messageOf(mail, this.from))).message as Buffer;
    } catch (error) {
      return { is: 'refusedForNow', reason: codeOf(error) };
    }
    try {
      await this.layDown(mail.id, content);
      return { is: 'sent' };
    } catch (error) {
      return { is: 'unreachable', reason: codeOf(error) };
    }
  }

  close(): void {
    this.composer.close();
  }

  private async layDown(id: string, content: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const unfinished = join(this.folder, `.${id}.${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx');
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, join(this.folder, `${id}.eml`));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}
