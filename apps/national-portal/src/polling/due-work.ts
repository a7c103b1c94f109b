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
  private woken = false;
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
    this.woken = true;
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
      this.woken = false;
      const dueIn = await this.work(signal).catch((error: unknown) => void this.tell(error));
      // Read after the work: what was asked for meanwhile is done next.
      if (signal.aborted || this.woken) continue;
      const early = new AbortController();
      this.wakeUp = () => early.abort();
      const ms = Math.min(this.idleMs, dueIn ?? this.idleMs);
      await pause(ms, undefined, { signal: early.signal }).catch(() => undefined);
    }
  }
}
