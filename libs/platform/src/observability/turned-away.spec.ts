import { pino } from 'pino';
import { TurnedAwayLog } from './turned-away.js';

describe('the log of who was turned away', () => {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
  let now = 1_000;
  const log = new TurnedAwayLog(logger, () => now);
  const observe = (status: number): void =>
    log.observe({ status, method: 'GET', route: '/intake/v1/dossiers', address: '192.0.2.7', subject: 'somebody' });
  beforeEach(() => {
    lines.length = 0;
    now += 10_000;
  });

  it('says who asked where, for requests without a right, without a token and too many', () => {
    for (const status of [200, 401, 403, 404, 412, 429, 500]) observe(status);
    expect(lines.map(({ status }) => status)).toEqual([401, 403, 429]);
    expect(lines[0]).toMatchObject({
      route: '/intake/v1/dossiers',
      address: '192.0.2.7',
      subject: 'somebody',
      msg: 'turned away',
    });
  });

  it('writes ten lines a second at most, and says how many it left out', () => {
    for (let n = 0; n < 4_000; n++) observe(401);
    expect(lines).toHaveLength(10);
    now += 1_000;
    observe(401);
    expect(lines[10]).toMatchObject({ notLogged: 3_990 });
  });
});
