/** Where each first segment of a path is answered: `catalogue=http://catalogue:3000,intake=…`. */
export type Upstreams = ReadonlyMap<string, string>;

const PAIR = /^([a-z][a-z-]*)=(https?:\/\/[^/?#]+)$/;

/** The upstreams that a setting names, or nothing where it is not understood or names one twice. */
export function readUpstreams(text: string): Upstreams | undefined {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => PAIR.exec(pair));
  const upstreams = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, origin] = pair ?? [];
    if (name === undefined || origin === undefined || !URL.canParse(origin) || upstreams.has(name)) return undefined;
    upstreams.set(name, origin);
  }
  return upstreams;
}
