import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Kinds of files, the ones that tell most first: what a list repeats of them is then left aside. */
const KINDS = [/\.jsonl(\.gz)?$/i, /\.json(\.gz)?$/i, /\.csv$/i];
const kindOf = (file: string): number => KINDS.findIndex((kind) => kind.test(file));

interface FoundFiles {
  readonly readable: readonly string[];
  /** In the folders, but of no kind that is read. */
  readonly others: readonly string[];
}

/** All files of the given files and folders, in the order in which they are read. @throws where one does not exist */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = (await Promise.all(paths.map(filesBelow))).flat();
  const files = [...new Set(found)].toSorted();
  return {
    readable: files.filter((file) => kindOf(file) >= 0).toSorted((a, b) => kindOf(a) - kindOf(b)),
    others: files.filter((file) => kindOf(file) < 0),
  };
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Error(`There is no file or folder ${path}.`, { cause: error });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
