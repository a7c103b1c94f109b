import { buildAll } from '@motcua/testing';
import { reportOf, totals } from './report.js';
import { stageChaos } from './stage-chaos.js';

/** A short one, on a broker of its own; `npm run chaos -- --minutes 20` follows it in `npm run check:long`. */
describe('the system under faults', () => {
  beforeAll(buildAll, 120_000);

  it('does once what it has acknowledged, in every service, while processes die and lines are cut', async () => {
    const said: string[] = [];
    const { record, verdict } = await stageChaos({
      seed: 20_261_127,
      durationMs: 40_000,
      clients: 6,
      keep: false,
      say: (line) => said.push(line),
    });
    const { lost, doubled, disagreeing } = totals(verdict);
    // The table says what is wrong; three numbers do not.
    if (lost + doubled + disagreeing > 0) throw new Error(`${said.join('\n')}\n${reportOf(record, verdict)}`);
    // It has seen something: commands, and most kinds of fault.
    expect(record.acknowledged.length).toBeGreaterThan(40);
    expect(record.faults.size).toBeGreaterThan(8);
  }, 600_000);
});
