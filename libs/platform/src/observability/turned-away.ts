import type { Logger } from 'pino';

/** Lines a second: an attack is seen in fewer, and fills no disk. */
const LINES_A_SECOND = 10;

/** Who was turned away where. */
interface TurnedAway {
  readonly status: number;
  readonly method: string;
  readonly route: string;
  readonly address: string;
  readonly subject?: string | undefined;
  readonly clientId?: string | undefined;
}

const STATUSES: ReadonlySet<number> = new Set([401, 403, 429]);

/** Logs requests that were turned away, for who looks for an attack: a few lines each second, and how many more there were. */
export class TurnedAwayLog {
  private second = 0;
  private lines = 0;
  private left = 0;

  constructor(
    private readonly logger: Logger,
    private readonly now: () => number = Date.now,
  ) {}

  observe(turned: TurnedAway): void {
    if (!STATUSES.has(turned.status)) return;
    const second = Math.floor(this.now() / 1000);
    if (second !== this.second) [this.second, this.lines] = [second, 0];
    if (++this.lines > LINES_A_SECOND) {
      this.left++;
      return;
    }
    this.logger.info({ ...turned, ...(this.left > 0 && { notLogged: this.left }) }, 'turned away');
    this.left = 0;
  }
}
