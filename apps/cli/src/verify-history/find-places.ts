import { ConfigurationFaults, type Environment, type HistoryPlace, loadConfig } from '@motcua/platform';
import { findDataFolder, reachPostgres, SERVICES } from '@motcua/local-system';
import { Secrets } from '@motcua/development-issuer';
import { VerifyHistoryConfig } from './verify-history.config.js';

/** Where the histories are, and the secrets that key them. */
export interface Places {
  readonly histories: readonly HistoryPlace[];
  readonly keyOf: (service: string) => string;
  close(): Promise<void>;
}

const NAMES = SERVICES.map(({ name }) => name);

/** @throws ConfigurationFaults naming every service whose database or key is not known */
function provinces(environment: Environment, offline: boolean): Places {
  const { adminUrl, historyKey } = loadConfig(VerifyHistoryConfig, environment);
  const faults: string[] = [];
  const known = NAMES.map((service) => {
    const own = (variable: string): string | undefined =>
      environment[`${variable}_${service.toUpperCase()}`] || undefined;
    const [url, key] = [own('MOTCUA_DATABASE_URL') ?? adminUrl, own('MOTCUA_HISTORY_KEY') ?? historyKey];
    if (url === undefined && !offline)
      faults.push(`MOTCUA_ADMIN_DATABASE_URL or MOTCUA_DATABASE_URL_${service.toUpperCase()} must be given`);
    if (key === undefined)
      faults.push(`MOTCUA_HISTORY_KEY or MOTCUA_HISTORY_KEY_${service.toUpperCase()} must be given`);
    return { service, url: url ?? '', key: key ?? '' };
  });
  if (faults.length > 0) throw new ConfigurationFaults(faults);
  const keys = new Map(known.map(({ service, key }) => [service, key]));
  return { histories: known, keyOf: (service) => keyFor(keys.get(service), service), close: () => Promise.resolve() };
}

function keyFor(key: string | undefined, service: string): string {
  if (key === undefined) throw new ConfigurationFaults([`there is no service ${service} in this release`]);
  return key;
}

/** This machine's own system, running or not. @throws CannotStart */
async function thisMachine(environment: Environment, offline: boolean): Promise<Places> {
  const folder = await findDataFolder(environment['MOTCUA_DATA_DIR'] || undefined);
  const secrets = await Secrets.of(folder.path);
  const keyOf = (): string => secrets.of('history');
  if (offline) return { histories: [], keyOf, close: () => Promise.resolve() };
  const postgres = await reachPostgres(folder.postgres, secrets.of('postgres superuser'));
  return {
    histories: NAMES.map((service) => ({ service, url: postgres.adminUrl })),
    keyOf,
    close: () => postgres.stop(),
  };
}

/** By the settings of a province where there are any, else this machine's data folder. `offline`: only the keys matter. */
export function findPlaces(environment: Environment, offline: boolean): Promise<Places> {
  const settings = /^MOTCUA_(ADMIN_DATABASE_URL|DATABASE_URL_\w+|HISTORY_KEY(_\w+)?)$/;
  const given = Object.entries(environment).some(([name, value]) => settings.test(name) && value);
  return given ? Promise.resolve().then(() => provinces(environment, offline)) : thisMachine(environment, offline);
}
