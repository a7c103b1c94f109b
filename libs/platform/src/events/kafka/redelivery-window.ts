interface Doubtful {
  readonly end: bigint;
  left: number;
}

/**
 * After a partition was assigned, its first messages may have been in work when another process died. Of such messages
 * there are at most as many as a process takes at a time, and none that came later.
 */
export class RedeliveryWindow {
  private readonly doubtful = new Map<string, Doubtful | undefined>();

  constructor(private readonly chunkSize: number) {}

  /** @param assignment partitions by topic, after the group was joined */
  assigned(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.doubtful.clear();
    for (const [topic, partitions] of Object.entries(assignment))
      for (const partition of partitions) this.doubtful.set(`${topic}/${partition}`, undefined);
  }

  /**
   * Whether a chunk is to be handled with care.
   * @param end the partition's first free offset when the chunk was fetched
   */
  includes(topic: string, partition: number, first: bigint, count: number, end: bigint): boolean {
    const name = `${topic}/${partition}`;
    if (!this.doubtful.has(name)) return false;
    const rest = this.doubtful.get(name) ?? { end, left: this.chunkSize };
    this.doubtful.set(name, rest);
    if (rest.left <= 0 || first >= rest.end) {
      this.doubtful.delete(name);
      return false;
    }
    rest.left -= count;
    return true;
  }
}
