import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { serverCanReach } from '@motcua/backends/postgres';
import { CannotStart } from '../cannot-start.js';

/** Raised when a newer program can no longer read what an older one wrote, or the other way round. */
const FORMAT = 1;
const MARK = 'motcua.json';

export interface DataFolder {
  readonly path: string;
  readonly postgres: string;
  readonly files: string;
  readonly mail: string;
  readonly documents: string;
  readonly signer: string;
  readonly storyClock: string;
  readonly paymentPlatform: string;
  readonly receiptProvider: string;
  readonly nationalPortal: string;
  readonly postalService: string;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Level by level: where a file system refuses new folders with ENOENT, as /proc does, Node's own recursion never ends. */
async function makeFolder(path: string): Promise<void> {
  if (await exists(path)) return;
  const above = dirname(path);
  if (!(await exists(above))) await makeFolder(above);
  await mkdir(path, { mode: 0o755 });
}

async function usable(path: string): Promise<void> {
  try {
    await makeFolder(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart(
      `The data folder ${path} cannot be used (${reason}). Give yourself the right to write there, or set MOTCUA_DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}

function elsewhereOf(path: string): string {
  const name = `${basename(homedir())}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
  return join('/var/tmp', `motcua-${name}`);
}

/**
 * The default is `.motcua` where the program was started. PostgreSQL does not run as root, and its own user cannot reach
 * a folder below root's home: then the data lies in /var/tmp, under a name made of the path.
 */
async function locate(wanted: string | undefined, otherwise: string): Promise<string> {
  const path = resolve(wanted ?? otherwise);
  await usable(path);
  if (await serverCanReach(path)) return path;
  if (wanted !== undefined) {
    throw new CannotStart(
      `The data folder ${path} cannot be reached by the user "postgres", as whom PostgreSQL runs when you are root. ` +
        `Set MOTCUA_DATA_DIR to a folder that others may enter, such as /var/lib/motcua, or start as an ordinary user.`,
    );
  }
  const elsewhere = elsewhereOf(path);
  await usable(elsewhere);
  return elsewhere;
}

async function checkFormat(path: string): Promise<void> {
  const mark = join(path, MARK);
  const text = await readFile(mark, 'utf8').catch(() => undefined);
  if (text === undefined) {
    await writeFile(mark, `${JSON.stringify({ format: FORMAT, note: 'Data of motcua. Do not edit.' })}\n`);
    return;
  }
  let format: unknown;
  try {
    ({ format } = JSON.parse(text) as { format?: unknown });
  } catch {
    format = 'unreadable';
  }
  if (format === FORMAT) return;
  throw new CannotStart(
    `The data folder ${path} was written by another version of motcua (format ${String(format)}; this one reads format ${FORMAT}). ` +
      'Start that version, or set MOTCUA_DATA_DIR to a new folder.',
  );
}

/** Finds or makes the folder that holds everything the system keeps on one machine. @throws CannotStart */
export async function openDataFolder(wanted: string | undefined, otherwise = '.motcua'): Promise<DataFolder> {
  const path = await locate(wanted, otherwise);
  await checkFormat(path);
  const folder = partsOf(path);
  for (const sub of [folder.files, folder.mail, folder.documents, folder.signer]) await mkdir(sub, { recursive: true });
  return folder;
}

/** The folder of a system that has run before; makes none. @throws CannotStart */
export async function findDataFolder(wanted: string | undefined, otherwise = '.motcua'): Promise<DataFolder> {
  const named = resolve(wanted ?? otherwise);
  for (const path of wanted === undefined ? [named, elsewhereOf(named)] : [named])
    if (await exists(join(path, MARK))) {
      await checkFormat(path);
      return partsOf(path);
    }
  throw new CannotStart(`There is no data folder of motcua at ${named}. Set MOTCUA_DATA_DIR to the one you mean.`);
}

function partsOf(path: string): DataFolder {
  return {
    path,
    postgres: join(path, 'postgres'),
    files: join(path, 'files'),
    mail: join(path, 'mail'),
    documents: join(path, 'documents'),
    signer: join(path, 'signer'),
    storyClock: join(path, 'story-clock'),
    paymentPlatform: join(path, 'payment-platform.json'),
    receiptProvider: join(path, 'receipt-provider.json'),
    nationalPortal: join(path, 'national-portal.jsonl'),
    postalService: join(path, 'postal-service.json'),
  };
}
