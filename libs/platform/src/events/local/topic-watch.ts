/** Where each topic ends, as its messages are visible now. */
type TopicEnds = ReadonlyMap<string, number>;

/** Finds what other processes have appended, with one question for all topics and all services of this process. */
export class TopicWatch {
  private ends: TopicEnds = new Map();
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | undefined;

  constructor(
    private readonly ask: () => Promise<TopicEnds>,
    private readonly onGrown: (topic: string) => void,
    private readonly everyMs: number,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => {
      this.asking ??= this.look();
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.asking;
  }

  private async look(): Promise<void> {
    // While the database is away nobody can append; the topics' own loops report it.
    const ends = await this.ask().catch(() => this.ends);
    for (const [topic, end] of ends) if (end !== this.ends.get(topic)) this.onGrown(topic);
    this.ends = ends;
    this.asking = undefined;
  }
}
