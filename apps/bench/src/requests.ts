import { type Answered, requestText, sendMany } from './keep-alive.js';
import { median } from './measure.js';
import type { Section } from './report.js';
import { startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import { startIntakeAlone } from './service-alone.js';
import type { Sizes } from './sizes.js';

const CLIENTS = 32;
const FASTIFY = new URL('./bare-fastify.main.js', import.meta.url).pathname;

/** What a request costs before any database is asked: the token, the scope and the answer. */
export function requests({ requests: { count, rounds } }: Sizes): Promise<Section> {
  return withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const token = await tokenOf(system.url, 'citizen');
    const keys = await (await fetch(`${system.url}/issuer/jwks`)).text();
    await system.stop();
    const intake = await startIntakeAlone(folder, keys);
    const bare = await startProcess(FASTIFY, '/health/ready', 3972);
    const headers = { authorization: `Bearer ${token}` };
    // A citizen may not see them: the guard has the token, its scopes and its roles, and refuses before anything is read.
    const ours = (): Promise<Answered> =>
      sendMany(intake.url, CLIENTS, count, 403, () => requestText('GET', '/intake/v1/parked-events', headers));
    const theirs = (): Promise<Answered> =>
      sendMany(bare.url, CLIENTS, count, 200, () => requestText('GET', '/health/ready', headers));
    const [a, b]: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round += 1) {
      const [mine, bares] = [(await ours()).perSecond, (await theirs()).perSecond];
      if (round < 0) continue;
      a.push(mine);
      b.push(bares);
    }
    await bare.stop();
    await intake.stop();
    return {
      title: 'Requests without a database',
      about: `${CLIENTS} clients ask intake, in a process of its own, for what their token does not allow: checked token, scopes, a problem in the language asked for, and the log and metrics of each request. The reference is bare Fastify that answers as many fields.`,
      comparisons: [
        {
          what: 'Authenticated request that is refused before the database',
          ours: median(a),
          reference: median(b),
          unit: 'a second',
          ratio: median(a) / median(b),
          aim: 0.5,
          note: `${count} requests a turn, ${rounds} turns each`,
        },
      ],
    };
  });
}
