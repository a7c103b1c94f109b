import { rm } from 'node:fs/promises';
import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ANY_TOKEN, PUBLIC, REQUIRED_SCOPE, SCOPES } from '@motcua/platform';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';
import { newDataFolder } from '@motcua/testing';
import { type Standalone, startStandalone } from './start-standalone.js';

type Operation = {
  readonly 'x-required-scope'?: string;
  readonly security?: readonly object[];
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
};

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly example?: string;
  readonly schema: { readonly example?: string; readonly enum?: readonly string[]; readonly 'x-names'?: string };
};

/** What anybody may ask, each for a reason: it tells nothing personal, or it carries a signature of its own. */
const OPEN_TO_ALL = [
  'GET /intake/v1/tracking/{code}',
  'GET /payment/v1/receipt-lookup/{code}',
  // Signed by the post.
  'POST /intake/v1/postal-service/notices',
  'POST /intake/v1/tracking/{code}',
  'POST /payment/v1/gateways/national-platform/confirmations',
];

/** What a list is narrowed to: by its parameter, what it names. */
const NAMING: Readonly<Record<string, string>> = {
  agency: 'agency',
  parent: 'agency',
  field: 'field',
  procedure: 'procedure',
};

/** Handlers of a service that answer HTTP, with the class that they belong to. */
function* handlersOf(nest: INestApplication): Generator<readonly [string, readonly object[]]> {
  for (const module of nest.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as Type).prototype as Record<string, object>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
        if (name !== 'constructor' && handler !== undefined && Reflect.getMetadata('path', handler) !== undefined)
          yield [`${(metatype as Type).name}.${name}`, [handler, metatype as Type]];
      }
    }
  }
}

describe('every route', () => {
  let folder: string;
  let system: Standalone;
  let operations: [string, Operation][];
  beforeAll(async () => {
    folder = await newDataFolder();
    system = await startStandalone({ PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const answer = await fetch(`${system.url}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  }, 90_000);
  afterAll(async () => {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says what it requires: a scope, any token, or nothing', () => {
    const silent = system.apps.flatMap(({ definition, nest }) =>
      [...handlersOf(nest)]
        .filter(([, targets]) =>
          [REQUIRED_SCOPE, ANY_TOKEN, PUBLIC].every((key) =>
            targets.every((target) => Reflect.getMetadata(key, target) === undefined),
          ),
        )
        .map(([name]) => `${definition.name}: ${name}`),
    );
    expect(silent).toEqual([]);
    for (const { nest } of system.apps) expect([...handlersOf(nest)].length).toBeGreaterThan(5);
  });

  it('is in the merged description with its scope', () => {
    expect(operations.length).toBeGreaterThan(80);
    const without = operations.filter(([, operation]) => operation['x-required-scope'] === undefined);
    expect(
      without
        .filter(([, { security }]) => security === undefined)
        .map(([name]) => name)
        .sort(),
    ).toEqual(OPEN_TO_ALL);
    const scopes = operations.flatMap(([, operation]) => operation['x-required-scope'] ?? []);
    expect(scopes.filter((scope) => !(SCOPES as readonly string[]).includes(scope))).toEqual([]);
  });

  it('has a sentence that says what it does', () => {
    expect(operations.filter(([, { summary }]) => !summary).map(([name]) => name)).toEqual([]);
  });

  it('refuses who brings no token', async () => {
    const closed = operations.filter(([name]) => !OPEN_TO_ALL.includes(name));
    const letIn: string[] = [];
    for (const [name] of closed) {
      const [method = '', path = ''] = name.split(' ');
      const answer = await fetch(`${system.url}${path.replaceAll(/\{[^}]+\}/g, '1')}`, { method });
      await answer.arrayBuffer();
      if (answer.status !== 401) letIn.push(`${name} ${answer.status}`);
    }
    expect(letIn).toEqual([]);
  });

  it('says so where a filter names an agency, a field or a procedure that is not known', async () => {
    const tokenOf = (persona: string): Promise<string> =>
      requestToken(system.url, { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona });
    const [admin, leader] = await Promise.all([tokenOf('admin'), tokenOf('leader')]);
    const wrong: string[] = [];
    const asked = operations
      .filter(([name]) => name.startsWith('GET '))
      .flatMap(([name, { parameters = [], ...operation }]) =>
        parameters
          .filter(({ in: place, name: filter }) => place === 'query' && filter in NAMING)
          .map(({ name: filter }) => ({
            path: name.slice('GET '.length),
            parameters,
            filter,
            scope: operation['x-required-scope'],
          })),
      );
    for (const { path, parameters, filter, scope } of asked) {
      // Only a leader gives out work.
      const headers = { authorization: `Bearer ${scope === 'case.assign' ? leader : admin}` };
      const query = new URLSearchParams({ [filter]: 'ZZ9.99' });
      for (const { name, in: place, required, schema, example } of parameters)
        if (place === 'query' && required && name !== filter)
          query.set(name, example ?? schema.example ?? schema.enum?.[0] ?? '');
      const answer = await fetch(`${system.url}${path.replaceAll(/\{[^}]+\}/g, 'received')}?${query.toString()}`, {
        headers,
      });
      const body = (await answer.json()) as { code?: string; errors?: readonly { pointer: string; code: string }[] };
      const told = `${answer.status} ${body.code} ${body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).join()}`;
      if (told !== `422 REQUEST.NAMES_UNKNOWN /${filter} ${NAMING[filter]!.toUpperCase()}_UNKNOWN`)
        wrong.push(`${path} ${filter}: ${told}`);
    }
    expect(asked.length).toBeGreaterThan(14);
    expect(wrong).toEqual([]);
  });

  it('is browsable at /docs, and each service beside it', async () => {
    const paths = ['/', '/docs', '/tra-cuu', ...system.apps.map(({ definition }) => `/${definition.name}/docs`)];
    for (const path of paths) {
      const answer = await fetch(`${system.url}${path}`);
      expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
        path,
        200,
        'text/html',
      ]);
      await answer.arrayBuffer();
    }
  });
});
