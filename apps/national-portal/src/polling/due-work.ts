import { setTimeout as pause } from 'node:timers/promises';

/** So long nobody is asked while nothing is due: what another process had in hand when it died is found then. */
const IDLE_MS = 60_000;

/**
 * Does a work when it is woken, when it said that it is due again, and once a minute; a failure is told and ends nothing. Who asks
 * for something at this process wakes it: no table is asked again and again for what happens once a night.
 */
export class DueWork {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private wakes = 0;
  private wakeUp: () => void = () => undefined;

  constructor(
    /** Answers in how many ms it is due again; undefined where nothing is known to be. */
    private readonly work: (stopping: AbortSignal) => Promise<number | undefined>,
    private readonly tell: (error: unknown) => void,
    private readonly idleMs = IDLE_MS,
  ) {}

  start(): void {
    this.running = this.run();
  }

  wake(): void {
    this.wakes += 1;
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const { wakes } = this;
      await this.rest(wakes, (await this.done()) ?? this.idleMs);
    }
  }

  private async done(): Promise<number | undefined> {
    try {
      return await this.work(this.stopping.signal);
    } catch (error) {
      this.tell(error);
      return undefined;
    }
  }

  /** @param wakes how often it had been woken before the work: what was asked for meanwhile is done next */
  private async rest(wakes: number, ms: number): Promise<void> {
    if (this.stopping.signal.aborted || this.wakes !== wakes) return;
    const early = new AbortController();
    this.wakeUp = () => early.abort();
    await pause(Math.min(this.idleMs, ms), undefined, { signal: early.signal }).catch(() => undefined);
  }
}
