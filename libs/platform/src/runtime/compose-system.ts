import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../config/load-config.js';
import { bootstrapSchema, roleOf } from '../database/bootstrap.js';
import { migrate } from '../jobs/migrate.js';
import { createServiceApp, type ServiceApp } from './create-service-app.js';
import type { ServiceDefinition } from './service-definition.js';
import type { EventTransport } from '../events/transport/event-transport.js';

/** What Node's HTTP server calls for each request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Composition {
  readonly definitions: readonly ServiceDefinition[];
  /** An administrator's connection: makes schemas and roles, migrates, and is then let go. */
  readonly adminUrl: string;
  readonly passwordOf: (role: string) => string;
  /** Shared settings; each service's database URL is added here. */
  readonly environment: Environment;
  readonly transport: EventTransport;
  readonly onProgress?: (step: string) => void;
}

function urlFor(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Makes every service's schema and roles, and brings each schema to the state that the code needs. */
export async function prepareSchemas({
  definitions,
  adminUrl,
  passwordOf,
  onProgress,
}: Omit<Composition, 'transport' | 'environment'>): Promise<void> {
  for (const { name, migrations, sweeps } of definitions) {
    onProgress?.(`schema ${name}`);
    await bootstrapSchema(adminUrl, { schema: name, role: roleOf(name), password: passwordOf(roleOf(name)) });
    await migrate(adminUrl, name, migrations, { jobs: sweeps !== undefined });
  }
}

/** Several complete services in one process, each with its own schema, role and Nest application (ADR 0001). */
export async function composeServices({
  definitions,
  adminUrl,
  passwordOf,
  environment,
  transport,
  onProgress,
}: Composition): Promise<ServiceApp[]> {
  const apps: ServiceApp[] = [];
  for (const definition of definitions) {
    onProgress?.(`service ${definition.name}`);
    const role = roleOf(definition.name);
    apps.push(
      await createServiceApp(
        definition,
        { ...environment, MOTCUA_DATABASE_URL: urlFor(adminUrl, role, passwordOf(role)) },
        transport,
      ),
    );
  }
  for (const app of apps) await app.start();
  return apps;
}

/** One address for all: the first segment of the path names the service, whatever else is asked goes to `otherwise`. */
export function dispatch(apps: readonly ServiceApp[], otherwise: Handler): Handler {
  const handlers = new Map<string, Handler>(
    apps.map(({ definition, nest }) => {
      const fastify = nest.getHttpAdapter().getInstance() as unknown as { routing: Handler };
      return [definition.name, (request, response) => fastify.routing(request, response)];
    }),
  );
  return (request, response) => {
    const [, first = ''] = /^\/([^/?]*)/.exec(request.url ?? '') ?? [];
    (handlers.get(first) ?? otherwise)(request, response);
  };
}
