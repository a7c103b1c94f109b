import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { IntakeConfig } from '../intake.config.js';
import { ExpireSupplements } from './expire-supplements.use-case.js';

/** Wakes the sweep from time to time. The due instants are rows; the job itself knows no deadline. */
@Injectable()
export class SupplementSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    @Inject(ExpireSupplements) private readonly expireSupplements: ExpireSupplements,
    @Inject(IntakeConfig) private readonly config: IntakeConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.sweep().finally(() => (this.running = undefined));
    }, this.config.sweepMilliseconds);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async sweep(): Promise<void> {
    try {
      while (!this.stopped && (await this.expireSupplements.expireNext()));
    } catch (error) {
      // Nothing is lost: the rows are due still, and the next sweep finds them.
      this.logger.error({ err: error }, 'the sweep of expired supplements failed');
    }
  }
}
