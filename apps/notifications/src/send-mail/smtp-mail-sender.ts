import { createTransport, type Transporter } from 'nodemailer';
import { type From, messageOf } from './mail-message.js';
import type { MailSender, OutgoingMail, SendOutcome } from './mail-sender.js';
import { outcomeOf, type SmtpFailure } from './smtp-outcome.js';

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };

/** Hands mail to an SMTP server, each on a connection of its own. */
export class SmtpMailSender implements MailSender {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: From,
  ) {
    this.transport = createTransport({ url, ...TIMEOUTS });
  }

  async send(mail: OutgoingMail, signal: AbortSignal): Promise<SendOutcome> {
    try {
      await this.transport.sendMail({ ...messageOf(mail, this.from), signal });
      return { is: 'sent' };
    } catch (error) {
      return outcomeOf(error as SmtpFailure);
    }
  }

  close(): void {
    this.transport.close();
  }
}
