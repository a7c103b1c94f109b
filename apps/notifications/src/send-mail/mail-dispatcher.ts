import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type EventTransport, LOGGER, TRANSPORT } from '@motcua/platform';
import type { Logger } from 'pino';
import { NotificationConfig } from '../notification.config.js';
import { MAIL_SENDER, type MailSender } from './mail-sender.js';
import { OutboundMail } from './outbound-mail.js';
import { SendOne } from './send-one.js';

const AT_ONCE = 5;
const AWAY = { fromMs: 250, toMs: 60_000 };

/** Sends what is due, outside every transaction, for as long as the service runs. Any number of processes may do so. */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private first = true;

  constructor(
    private readonly config: NotificationConfig,
    private readonly outbound: OutboundMail,
    private readonly sendOne: SendOne,
    @Inject(MAIL_SENDER) private readonly sender: MailSender,
    @Inject(TRANSPORT) private readonly transport: EventTransport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Waits for the mails in hand; the rest stays due. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.sender.close();
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted;) {
      const progress = await this.sendBatch();
      failures = progress === 'away' ? failures + 1 : 0;
      if (progress !== 'more')
        await this.sleep(progress === 'away' ? this.whileAway(failures) : this.config.mailPollMs);
    }
  }

  private async sendBatch(): Promise<'more' | 'idle' | 'away'> {
    try {
      if (this.first && this.transport.alone) await this.outbound.takeBack();
      this.first = false;
      const claimed = await this.outbound.claim(AT_ONCE, this.config.mailLeaseMs);
      // All are waited for, whatever becomes of one: none is in hand when the service has stopped.
      const attempts = await Promise.allSettled(claimed.map((mail) => this.sendOne.attempt(mail)));
      const failed = attempts.find((attempt) => attempt.status === 'rejected');
      if (failed) throw failed.reason;
      if (attempts.some((attempt) => attempt.status === 'fulfilled' && !attempt.value)) {
        this.logger.warn('the mail server cannot be reached; mail waits');
        return 'away';
      }
      return claimed.length === AT_ONCE ? 'more' : 'idle';
    } catch (error) {
      this.logger.warn({ err: error }, 'mail cannot be sent; trying again');
      return 'away';
    }
  }

  private whileAway(failures: number): number {
    return Math.min(AWAY.toMs, AWAY.fromMs * 2 ** Math.min(failures, 20));
  }

  private sleep(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
