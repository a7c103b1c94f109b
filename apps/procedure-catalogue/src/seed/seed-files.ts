import { readdirSync, readFileSync } from 'node:fs';

const SEED = new URL('../../seed/', import.meta.url);

/** The text of a file below `seed/`, as it is on disk. */
export const seedText = (path: string): string => readFileSync(new URL(path, SEED), 'utf8');

/** A JSON file below `seed/`; the shape is the caller's claim. */
export const readSeed = <T>(path: string): T => JSON.parse(seedText(path)) as T;

/** The JSON files of a folder below `seed/`, as paths that `readSeed` takes. */
export const seedFilesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, SEED))
    .filter((name) => name.endsWith('.json'))
    .map((name) => folder + name);
