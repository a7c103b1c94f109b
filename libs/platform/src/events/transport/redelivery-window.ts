interface Window {
  /** Where the log ended when the window was opened: what came later nobody has had in work. */
  readonly end: bigint;
  left: number;
}

/**
 * What comes first after a part of the log was taken over may have been in work when another process died. A process has at
 * most one chunk of a part in work, and positions are committed some time after: so of what comes again the applied events
 * do not count, and of the others there are at most as many as a chunk holds.
 */
export class RedeliveryWindow {
  private readonly windows = new Map<string, Window | undefined>();

  constructor(private readonly chunkSize: number) {}

  /** @param parts names of what was taken over; of all others nothing is doubtful any more */
  assigned(parts: Iterable<string>): void {
    this.windows.clear();
    for (const part of parts) this.windows.set(part, undefined);
  }

  /**
   * Whether a chunk that begins at `first` may hold an event that was in work.
   * @param end the part's first free offset when the chunk was read
   */
  includes(part: string, first: bigint, end: bigint): boolean {
    if (!this.windows.has(part)) return false;
    const window = this.windows.get(part) ?? { end, left: this.chunkSize };
    this.windows.set(part, window);
    if (window.left > 0 && first < window.end) return true;
    this.windows.delete(part);
    return false;
  }

  /** @param fresh how many events of a doubtful chunk had not been applied before */
  dealtWith(part: string, fresh: number): void {
    const window = this.windows.get(part);
    if (window) window.left -= fresh;
  }
}
