import type { FactoryProvider } from '@nestjs/common';
import { NotificationConfig } from '../notification.config.js';
import { FolderMailSender } from './folder-mail-sender.js';
import { MAIL_SENDER, type MailSender } from './mail-sender.js';
import { SmtpMailSender } from './smtp-mail-sender.js';

export const mailSenderProvider: FactoryProvider<MailSender> = {
  provide: MAIL_SENDER,
  inject: [NotificationConfig],
  useFactory: ({ smtpUrl, mailFolder, mailFrom, mailFromName }: NotificationConfig) => {
    const from = { name: mailFromName, address: mailFrom };
    if (smtpUrl !== undefined) return new SmtpMailSender(smtpUrl, from);
    if (mailFolder !== undefined) return new FolderMailSender(mailFolder, from);
    throw new Error('the configuration requires one of both settings');
  },
};
