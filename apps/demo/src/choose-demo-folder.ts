import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { claimPostgres, type DataFolder, openDataFolder } from '@motcua/local-system';
import { Secrets } from '@motcua/development-issuer';

interface DemoFolder {
  readonly path: string;
  readonly storyClock: string;
  /** Nothing happened in it yet. */
  readonly fresh: boolean;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Ends the server that a killed run may have left, then takes everything away. @throws CannotStart when a run is alive */
async function clear(folder: DataFolder): Promise<void> {
  if (await exists(join(folder.postgres, 'postmaster.pid'))) {
    const secrets = await Secrets.of(folder.path);
    await (await claimPostgres(folder.postgres, secrets.of('postgres superuser'))).stop();
  }
  await rm(folder.path, { recursive: true, force: true });
}

/**
 * A story is repeatable when it begins with nothing: without MOTCUA_DATA_DIR the folder of the last demo is emptied. A
 * folder that was named is played on as it is.
 */
export async function chooseDemoFolder(wanted: string | undefined): Promise<DemoFolder> {
  if (!wanted) await clear(await openDataFolder(undefined, '.motcua/demo'));
  const folder = await openDataFolder(wanted || undefined, '.motcua/demo');
  return { ...folder, fresh: !(await exists(folder.postgres)) };
}
