import { forgetAnswers } from '../database/forget-answers.js';
import type { Queries } from '../database/queries.js';
import type { EventLogger } from '../events/wire/event-logger.js';

const HOUR_MS = 3_600_000;

/** Forgets kept answers when the service starts, and every hour. */
export class AnswerSweep {
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();

  constructor(
    private readonly queries: Queries,
    private readonly days: number,
    private readonly logger: Pick<EventLogger, 'warn'>,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.sweep(), HOUR_MS).unref();
    this.sweep();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private sweep(): void {
    this.running = this.running
      .then(() => forgetAnswers(this.queries, this.days))
      .then(
        () => undefined,
        (error: unknown) =>
          this.logger.warn({ err: error }, 'kept answers were not forgotten; the next hour tries again'),
      );
  }
}
