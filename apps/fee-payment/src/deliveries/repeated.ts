/** Work that is repeated for as long as a service runs, with a pause between its end and its next begin. A failure ends nothing. */
export class Repeated {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

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

  /** Resolves when what is under way has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }
}
