import { setTimeout as pause } from 'node:timers/promises';
import { type Carrier, direct, type ScenarioAnswer } from '@motcua/scenario';
import type { KillableSystem } from '@motcua/testing';

/** Kill the system `afterMs` milliseconds after the request of this number was sent: 1 is the first. */
export interface KillPoint {
  readonly request: number;
  readonly afterMs: number;
}

export interface CrashCarrier {
  readonly carry: Carrier;
  /** How many requests the story has made. */
  readonly requests: () => number;
  readonly kills: () => number;
  /** Resolves when no kill is outstanding and the system is up. */
  readonly settled: () => Promise<void>;
}

/** A client that was told to come back sends the same request again, with the same key. */
const isToBeRepeated = ({ status, body }: ScenarioAnswer): boolean =>
  status === 503 || (status === 409 && (body as { code?: string } | undefined)?.code === 'IDEMPOTENCY.IN_FLIGHT');

const ATTEMPTS = 200;

/** Carries requests to a system that it kills at the given points and starts again, as an operator's supervisor would. */
export function crashCarrier(system: KillableSystem, points: readonly KillPoint[]): CrashCarrier {
  const send = direct(system.url);
  let requests = 0;
  let kills = 0;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (afterMs: number): Promise<void> => {
    if (afterMs > 0) await pause(afterMs);
    kills += 1;
    await system.kill();
    system.start();
    await system.up();
  };
  return {
    requests: () => requests,
    kills: () => kills,
    settled: () => restarting,
    carry: async (request) => {
      requests += 1;
      await restarting;
      const point = points.find((one) => one.request === requests);
      const attempt = (): Promise<ScenarioAnswer | undefined> => send(request).catch(() => undefined);
      const first = attempt();
      if (point) restarting = restart(point.afterMs);
      let answer = await first;
      for (let n = 0; answer === undefined || isToBeRepeated(answer); n += 1) {
        if (n === ATTEMPTS) throw new Error(`${request.method} ${request.path} was never answered`);
        await restarting;
        await pause(25);
        answer = await attempt();
      }
      return answer;
    },
  };
}
