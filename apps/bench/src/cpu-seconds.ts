import { readdir, readFile } from 'node:fs/promises';

// Linux counts in hundredths of a second.
const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly ticks: number;
}

/** As /proc has it: the name of the program stands in brackets, and may hold anything. */
async function statOf(pid: string): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  // Own user and system time, and that of children that have ended.
  return { parent: fields[1]!, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) };
}

/** CPU seconds of a process and of all that descend from it, those that have ended among them. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = new Map<number, Stat>();
  for (const one of pids) {
    const stat = await statOf(one);
    if (stat) stats.set(Number(one), stat);
  }
  const isOurs = (one: number): boolean => one === pid || (stats.has(one) && isOurs(stats.get(one)!.parent));
  return [...stats].reduce((sum, [one, { ticks }]) => (isOurs(one) ? sum + ticks : sum), 0) / TICKS;
}
