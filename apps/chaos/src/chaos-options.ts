import { UnknownOption } from '@motcua/terminal';

export const CHAOS_USAGE = `npm run chaos [-- options]

Starts every service as a process of its own on a Kafka broker of this machine, drives the story at load while processes
are killed and stopped, the national portal among them, and lines are cut, and then looks whether everything that was acknowledged has happened once.

  --minutes N   how long, 0.5 to 600 (2 when absent)
  --seed S      a whole number; the same seed chooses the same faults and stories (drawn by lot when absent, and said)
  --clients N   dossiers in work at once, 1 to 100 (6 when absent)
  --keep        leaves the data folder with its logs behind, also when nothing is wrong
  --help        says this
`;

interface ChaosCommand {
  readonly minutes: number;
  readonly seed: number;
  readonly clients: number;
  readonly keep: boolean;
  readonly help: boolean;
}

const LIMITS: Readonly<Record<'minutes' | 'seed' | 'clients', readonly [least: number, most: number, whole: boolean]>> =
  {
    minutes: [0.5, 600, false],
    seed: [0, 2_147_483_647, true],
    clients: [1, 100, true],
  };

/** @throws UnknownOption naming the option that is wrong */
export function readChaosOptions(args: readonly string[], lot: () => number): ChaosCommand {
  const numbers = { minutes: 2, seed: Math.floor(lot() * 1_000_000), clients: 6 };
  const flags = { keep: false, help: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name = '', attached] = arg.replace(/^--/, '').split('=', 2);
    if (!arg.startsWith('--')) throw new UnknownOption(`there is no option ${arg}`);
    if (name in flags && attached === undefined) Object.assign(flags, { [name]: true });
    else if (name in LIMITS) {
      const [least, most, whole] = LIMITS[name as keyof typeof LIMITS];
      const value = Number(attached ?? rest.shift() ?? Number.NaN);
      if (!(value >= least && value <= most) || (whole && !Number.isInteger(value)))
        throw new UnknownOption(`--${name} needs a ${whole ? 'whole ' : ''}number from ${least} to ${most}`);
      Object.assign(numbers, { [name]: value });
    } else throw new UnknownOption(`there is no option ${arg}`);
  }
  return { ...numbers, ...flags };
}
