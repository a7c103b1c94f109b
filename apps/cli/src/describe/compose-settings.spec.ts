import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  AloneConfig,
  ConfigurationFaults,
  environmentNames,
  KafkaConfig,
  loadConfigs,
  PlatformConfig,
  TopicsConfig,
  TracingConfig,
} from '@motcua/platform';
import { parse } from 'yaml';
import { SERVICES } from '@motcua/local-system';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../deploy/${path}`, import.meta.url)), 'utf8');
const compose = parse(read('compose/services.yml'), { merge: true }) as {
  services: Record<string, { environment: Record<string, unknown> }>;
};
/** What the chart sets by itself; `env` of its values sets whatever else. */
const inChart = [...read('helm/motcua/templates/_helpers.tpl').matchAll(/"((?:MOTCUA|LOG|OTEL)_[A-Z0-9_]+)"/g)].map(
  ([, name]) => name ?? '',
);
type ConfigClass = new () => object;
const COMMON: readonly ConfigClass[] = [PlatformConfig, AloneConfig, KafkaConfig, TopicsConfig, TracingConfig];
const namesOf = (configs: readonly ConfigClass[]): string[] =>
  configs.flatMap((config) => environmentNames(config).map(({ variable }) => variable));

/** Names of the settings that a service asks for, by its own configuration, when it is given nothing. */
function askedFor(configs: readonly ConfigClass[]): string[] {
  try {
    // Notifications send by a mail server here, so they need no folder.
    const choices = { MOTCUA_TRANSPORT: 'kafka', MOTCUA_SMTP_URL: 'smtp://mail.example:25' };
    loadConfigs([PlatformConfig, AloneConfig, KafkaConfig, ...configs], choices);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationFaults)) throw error;
    return error.faults.map((fault) => fault.split(' ', 1)[0] ?? '');
  }
}

/** Folders of one machine, where none of the services runs alone: mail goes by a server, and signatures by a service. */
const ELSEWHERE = ['MOTCUA_MAIL_FOLDER', 'MOTCUA_SIGNER_FOLDER', 'MOTCUA_STATEMENT_STAGING'];
const services = SERVICES.map((service) => [service.name, service] as const);

describe('docker compose', () => {
  it.each(services)(
    'gives the service %s every setting that it asks for, and none that it does not read',
    (name, { configs }) => {
      const given = Object.keys(compose.services[name]?.environment ?? {});
      const asked = askedFor(configs ?? []);
      expect(asked).toContain('MOTCUA_HISTORY_KEY');
      expect(asked.filter((variable) => !given.includes(variable))).toEqual([]);
      const known = namesOf([...COMMON, ...(configs ?? [])]);
      expect(given.filter((variable) => !known.includes(variable))).toEqual([]);
    },
  );

  it.each(services)('lets every setting of the service %s be set', (name, { configs }) => {
    const given = Object.keys(compose.services[name]?.environment ?? {});
    expect(namesOf(configs ?? []).filter((variable) => ![...given, ...ELSEWHERE].includes(variable))).toEqual([]);
  });
});

describe('the Helm chart', () => {
  it.each(services)('gives the service %s every setting that it asks for', (_, { configs }) => {
    expect(askedFor(configs ?? []).filter((variable) => !inChart.includes(variable))).toEqual([]);
  });

  it('sets nothing that no service reads', () => {
    const known = namesOf([...COMMON, ...SERVICES.flatMap(({ configs }) => configs ?? [])]);
    expect(inChart.length).toBeGreaterThan(40);
    expect(inChart.filter((variable) => !known.includes(variable))).toEqual([]);
  });
});
