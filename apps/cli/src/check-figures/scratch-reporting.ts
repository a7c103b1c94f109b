import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bootstrapSchema,
  composeServices,
  createLogger,
  createTransportTables,
  type EventPublisher,
  LocalTransport,
  ownerOf,
  prepareSchemas,
  roleOf,
  TRANSPORT_SCHEMA,
} from '@motcua/platform';
import { claimPostgres, openDataFolder } from '@motcua/local-system';
import { reporting } from '@motcua/reporting';

export interface ScratchReporting {
  readonly url: string;
  /** What is published here the service hears. */
  readonly publisher: EventPublisher;
  stop(): Promise<void>;
}

const secret = (): string => randomBytes(24).toString('hex');

/** A reporting service that knows nothing, on a PostgreSQL of its own that is thrown away. */
export async function startScratchReporting(): Promise<ScratchReporting> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const path = await mkdtemp(join(tmpdir(), 'motcua-figures-'));
    stops.push(() => rm(path, { recursive: true, force: true }));
    // Who is root starts PostgreSQL as another user, who must get in.
    await chmod(path, 0o755);
    const folder = await openDataFolder(path);
    const postgres = await claimPostgres(folder.postgres, secret());
    stops.push(() => postgres.stop());
    const { adminUrl } = postgres;
    const passwords = new Map<string, string>();
    const passwordOf = (role: string): string => {
      if (!passwords.has(role)) passwords.set(role, secret());
      return passwords.get(role)!;
    };
    const role = roleOf(TRANSPORT_SCHEMA);
    await bootstrapSchema(adminUrl, { schema: TRANSPORT_SCHEMA, role, password: passwordOf(role) });
    await createTransportTables(adminUrl, ownerOf(TRANSPORT_SCHEMA));
    await prepareSchemas({ definitions: [reporting], adminUrl, passwordOf });
    const transportUrl = new URL(adminUrl);
    transportUrl.username = role;
    transportUrl.password = passwordOf(role);
    const logger = createLogger({ level: 'fatal', format: 'json', service: 'transport' });
    const transport = new LocalTransport(transportUrl.href, logger, { alone: true });
    stops.push(() => transport.close());
    const apps = await composeServices({
      definitions: [reporting],
      adminUrl,
      passwordOf,
      transport,
      environment: {
        MOTCUA_PROFILE: 'development',
        // Nobody is let in: it is never asked over HTTP.
        MOTCUA_OIDC_ISSUER: 'http://127.0.0.1:9',
        MOTCUA_OIDC_JWKS: 'http://127.0.0.1:9/jwks',
        MOTCUA_HISTORY_KEY: secret(),
        MOTCUA_IDENTITY_KEY: secret(),
        MOTCUA_SEALING_KEY: secret(),
        LOG_LEVEL: 'fatal',
      },
    });
    stops.push(() => Promise.all(apps.map((app) => app.stop())));
    return { url: adminUrl, publisher: transport.publisher, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
