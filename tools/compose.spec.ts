import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { IMAGES } from './image/images.mjs';
import { SERVICES } from './services.mjs';

interface Container {
  readonly image: string;
  readonly build?: { readonly args: { readonly SERVICE: string } };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Container>>;
}

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), 'utf8');
const compose = (path: string): Compose => parse(read(path), { merge: true }) as Compose;

const production = compose('deploy/compose/services.yml');
const around = compose('deploy/compose/development.yml');
const development = new Map(
  read('deploy/compose/development.env')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);
const CHART = 'deploy/helm/motcua';
const SECRET = /KEY$|SECRET|PASSWORD|DATABASE_URL$|SMTP_URL$/;
const settings = Object.values(production.services).flatMap(({ environment = {} }) => Object.entries(environment));
const services = SERVICES.map(({ path }) => path);
const jobs = ['topics', ...services.map((name) => `migrate-${name}`)];

describe('the containers of a province', () => {
  it('are the services, their gateway and their jobs, nothing of development', () => {
    expect(Object.keys(production.services).sort()).toEqual([...jobs, ...services, 'gateway'].sort());
  });

  it('refuse to start without a secret: none has a default', () => {
    // Where the brokers ask for none, or where there is no signing service, there is none.
    const optional = /^MOTCUA_(KAFKA|SIGNER)_/;
    const secrets = settings.filter(([name]) => SECRET.test(name) && !optional.test(name));
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter(([, value]) => !/^\$\{\w+:\?[^}]+\}$/.test(String(value)))).toEqual([]);
    expect(read('deploy/compose/services.yml')).not.toContain('development-only');
  });

  it('run in production unless they are told otherwise', () => {
    const profiles = settings.filter(([name]) => name === 'MOTCUA_PROFILE').map(([, value]) => value);
    expect([...new Set(profiles)]).toEqual(['${MOTCUA_PROFILE:-production}']);
  });

  it.each(Object.keys(production.services))('%s has a read-only file system and no capability', (name) => {
    expect(production.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it.each(services)('%s waits for its topics and its schema', (name) => {
    const done = { condition: 'service_completed_successfully' };
    expect(production.services[name]?.depends_on).toEqual({ topics: done, [`migrate-${name}`]: done });
  });
});

describe('the gateway of a province', () => {
  it('hands each path to its service, and waits for all of them', () => {
    const { environment = {}, depends_on = {} } = production.services['gateway'] ?? {};
    const upstreams = String(environment['MOTCUA_GATEWAY_SERVICES']).split(',');
    expect(upstreams.sort()).toEqual(services.map((name) => `${name}=http://${name}:3000`).sort());
    expect(Object.keys(depends_on).sort()).toEqual([...services].sort());
  });
});

describe('the Helm chart', () => {
  it('has each service once, with the name of its image', () => {
    const [, list = ''] =
      /define "motcua.services" -}}\n([\s\S]*?){{- end }}/.exec(read(`${CHART}/templates/_helpers.tpl`)) ?? [];
    const images = Object.entries(parse(list) as Record<string, { image: string }>).map(([path, { image }]) => [
      path,
      image,
    ]);
    expect(images.sort()).toEqual(SERVICES.map(({ app, path }) => [path, app]).sort());
  });
});

describe('the containers of a developer', () => {
  it('have every secret from one file, which says that it is for development only', () => {
    const secrets = [...development].filter(([name]) => SECRET.test(name) && name !== 'MOTCUA_SMTP_URL');
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter(([, value]) => !value.includes('development-only'))).toEqual([]);
    expect(development.get('MOTCUA_PROFILE')).toBe('development');
  });

  it('listen on this machine only', () => {
    const ports = [...Object.values(production.services), ...Object.values(around.services)].flatMap(
      ({ ports = [] }) => ports,
    );
    expect(ports.length).toBe(3);
    expect(ports.filter((port) => !/^(?:127\.0\.0\.1:|\$\{MOTCUA_LISTEN:-127\.0\.0\.1:3000\})/.test(port))).toEqual([]);
  });

  it('build every image that there is, but the one-machine one', () => {
    const built = [...Object.values(production.services), ...Object.values(around.services)].flatMap(
      ({ build }) => build?.args.SERVICE ?? [],
    );
    expect(built.sort()).toEqual(
      Object.keys(IMAGES)
        .filter((name) => name !== 'standalone')
        .sort(),
    );
  });
});
