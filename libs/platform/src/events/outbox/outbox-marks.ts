import type { OutboxRow } from './outbox-rows.js';

/** Marks published rows, one statement at a time for all that wait, while others are being published. */
export class OutboxMarks {
  private waiting: readonly OutboxRow[] = [];
  private inWork: readonly OutboxRow[] = [];
  private running: Promise<void> = Promise.resolve();
  private failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly mark: (rows: readonly OutboxRow[]) => Promise<void>,
    /** So many published rows may be unmarked: they come again when the process dies. */
    private readonly limit: number,
  ) {}

  add(rows: readonly OutboxRow[]): void {
    if (rows.length === 0) return;
    this.waiting = [...this.waiting, ...rows];
    if (this.inWork.length === 0) this.running = this.run();
  }

  /** Ids of what is published and not known to be marked: not to be read again. */
  pending(): number[] {
    return [...this.inWork, ...this.waiting].map(({ id }) => id);
  }

  /** Resolves when more may be published. @throws what made a mark fail */
  async room(): Promise<void> {
    while (this.inWork.length + this.waiting.length > this.limit) await this.running;
    this.throwIfFailed();
  }

  /** Resolves when nothing is left to mark. @throws what made a mark fail; the rest is unmarked then */
  async settled(): Promise<void> {
    await this.running;
    this.throwIfFailed();
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      [this.inWork, this.waiting] = [this.waiting, []];
      try {
        await this.mark(this.inWork);
      } catch (error) {
        this.failure ??= { error };
        this.waiting = [];
      }
      this.inWork = [];
    }
  }

  private throwIfFailed(): void {
    const { failure } = this;
    if (!failure) return;
    this.failure = undefined;
    throw failure.error;
  }
}
