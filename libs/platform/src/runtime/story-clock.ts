import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { type Clock, systemClock } from '@motcua/kernel';

/**
 * A legal clock that runs ahead of the system's by a stored offset, so that a story's days pass in seconds. It only moves
 * forward, and every process that is given the same file reads the same time. Development only.
 */
export class StoryClock implements Clock {
  private offset = 0;
  private readAt = -1;

  constructor(private readonly file: string) {}

  now(): Temporal.Instant {
    this.refresh();
    return systemClock.now().add({ milliseconds: this.offset });
  }

  /**
   * Sets the clock to `instant`, from where it goes on. Anywhere when it was never set.
   * @throws RangeError when that would turn it back
   */
  moveTo(instant: Temporal.Instant): void {
    this.refresh();
    const offset = instant.epochMilliseconds - systemClock.now().epochMilliseconds;
    if (existsSync(this.file) && offset < this.offset)
      throw new RangeError(`the story clock only moves forward, and it is ${this.now().toString()} there`);
    writeFileSync(`${this.file}.new`, String(offset));
    renameSync(`${this.file}.new`, this.file);
    this.offset = offset;
  }

  private refresh(): void {
    const found = statSync(this.file, { throwIfNoEntry: false });
    if (!found || found.mtimeMs === this.readAt) return;
    this.offset = Number(readFileSync(this.file, 'utf8'));
    this.readAt = found.mtimeMs;
  }
}
