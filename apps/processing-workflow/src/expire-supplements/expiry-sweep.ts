import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOGGER } from '@motcua/platform';
import type { Logger } from 'pino';
import { ExpireSupplements } from './expire-supplements.js';
import { SweepConfig } from './sweep.config.js';

/** Wakes the sweep from time to time, as long as the service runs. */
@Injectable()
export class ExpirySweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly expire: ExpireSupplements,
    private readonly config: SweepConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.loop(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.expire.run(() => !signal.aborted);
      } catch (error) {
        // The rows are still due: the next look finds them.
        this.logger.warn({ err: error }, 'expired supplements could not be looked at');
      }
      await pause(this.config.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
