/** How much of what is due is taken at once, and how often at most in one go. */
interface Drain<Due> {
  readonly batch: number;
  readonly batches?: number;
  readonly take: () => Promise<readonly Due[]>;
  /** False where nobody answered. */
  readonly handle: (due: Due) => Promise<boolean>;
}

/** Work that is repeated for as long as a service runs, with a pause between its end and its next begin. A failure ends nothing. */
export class Repeated {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.work()
        .catch(this.failed)
        .finally(() => {
          if (this.timer) this.start();
        });
    }, this.pauseMs);
    this.timer.unref();
  }

  /**
   * Handles what is due, those of a batch at once: one that hangs delays no other. Ends where fewer are left than a batch, where
   * nobody of one was answered, for the peer is down, and with its batch when the service stops.
   * @throws what one failed with, once its batch has ended
   */
  async drain<Due>({ batch, batches = Infinity, take, handle }: Drain<Due>): Promise<void> {
    for (let n = 0; n < batches && !this.isStopping; n += 1) {
      const due = await take();
      const handled = await Promise.allSettled(due.map(handle));
      const failed = handled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      if (due.length < batch || handled.every((one) => one.status === 'fulfilled' && !one.value)) return;
    }
  }

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }
}
