import { isDeepStrictEqual } from 'node:util';
import { NotAsExpected } from './not-as-expected.js';
import type { ScenarioAnswer } from '@motcua/scenario';

/** What a story must come out as, counted, so that its end can say how much was looked at. */
export class Expectations {
  private met = 0;

  get count(): number {
    return this.met;
  }

  /** @throws NotAsExpected */
  equal(what: string, actual: unknown, expected: unknown, evidence?: unknown): void {
    if (!isDeepStrictEqual(actual, expected)) throw new NotAsExpected(what, expected, actual, evidence);
    this.met += 1;
  }

  holds(what: string, truth: boolean, evidence?: unknown): void {
    this.equal(what, truth, true, evidence);
  }

  /** The answer, when it has the status. @throws NotAsExpected with the problem that came instead */
  answered(what: string, status: number, answer: ScenarioAnswer): ScenarioAnswer {
    this.equal(`${what}: HTTP`, answer.status, status, answer.body);
    return answer;
  }

  /** The same instant, however each is written. */
  sameInstant(what: string, actual: string | null, expected: Temporal.Instant): void {
    const same = actual !== null && Temporal.Instant.from(actual).equals(expected);
    if (!same) throw new NotAsExpected(what, expected.toString({ timeZone: 'Asia/Ho_Chi_Minh' }), actual);
    this.met += 1;
  }
}
