import { Inject, Injectable } from '@nestjs/common';
import { LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { NotificationConfig } from '../notification.config.js';
import { masked } from './address.js';
import { type MadeMail, MakeMail } from './make-mail.js';
import { MAIL_SENDER, type MailSender, type SendOutcome } from './mail-sender.js';
import { type ClaimedMail, OutboundMail } from './outbound-mail.js';
import { retryDelay } from './retry-delay.js';

/** One attempt at one mail, from its making to the note of what became of it. */
@Injectable()
export class SendOne {
  constructor(
    private readonly config: NotificationConfig,
    private readonly makeMail: MakeMail,
    private readonly outbound: OutboundMail,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** False when the server could not be spoken to. Rejects when the database is away: the lease brings the mail back. */
  async attempt(claimed: ClaimedMail): Promise<boolean> {
    // Those that ended the process were never counted as refused.
    if (claimed.attempts > this.config.mailAttempts)
      return this.noted(claimed, { state: 'failed', reason: 'attemptsSpent' });
    const made = await this.made(claimed);
    if (made.is === 'notSent' || made.is === 'failed')
      return this.noted(claimed, { state: made.is, reason: made.reason });
    if (made.is === 'faulty') return this.refused(claimed, made.reason, {});
    const known = { maskedRecipient: masked(made.mail.to.address), language: made.mail.language };
    const outcome: SendOutcome = await this.sender.send(made.mail, AbortSignal.timeout(this.config.mailLeaseMs * 0.8));
    switch (outcome.is) {
      case 'sent':
        return this.noted(claimed, { state: 'sent', ...known });
      case 'refusedForGood':
        return this.noted(claimed, { state: 'failed', reason: outcome.reason, ...known });
      case 'refusedForNow':
        return this.refused(claimed, outcome.reason, known);
      case 'unreachable':
        await this.outbound.postpone(claimed, outcome.reason, 0, false);
        return false;
    }
  }

  private async made(claimed: ClaimedMail): Promise<MadeMail | { is: 'faulty'; reason: string }> {
    try {
      return await this.makeMail.make(claimed);
    } catch (error) {
      // A key or a template that is wrong may be put right before the attempts are spent.
      this.logger.error({ err: error, delivery: claimed.id }, 'mail cannot be made');
      return { is: 'faulty', reason: 'cannotBeMade' };
    }
  }

  private async refused(claimed: ClaimedMail, reason: string, known: { maskedRecipient?: string }): Promise<boolean> {
    const { mailAttempts, mailRetryMs } = this.config;
    if (claimed.attempts >= mailAttempts) return this.noted(claimed, { state: 'failed', reason, ...known });
    await this.outbound.postpone(claimed, reason, retryDelay(claimed.attempts, mailRetryMs, Math.random()), true);
    return true;
  }

  private async noted(claimed: ClaimedMail, ended: Parameters<OutboundMail['end']>[1]): Promise<boolean> {
    if (ended.state === 'failed') this.logger.warn({ delivery: claimed.id, reason: ended.reason }, 'mail has failed');
    if (!(await this.outbound.end(claimed, ended)))
      this.logger.warn(
        { delivery: claimed.id },
        'another process has taken over this mail; it may arrive twice, under one Message-ID',
      );
    return true;
  }
}
