import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AloneConfig, ConfigurationFaults, KafkaConfig, loadConfigs, PlatformConfig } from '@motcua/platform';
import { parse } from 'yaml';
import { SERVICES } from '@motcua/local-system';

const compose = parse(
  readFileSync(fileURLToPath(new URL('../../../../deploy/compose/services.yml', import.meta.url)), 'utf8'),
  { merge: true },
) as { services: Record<string, { environment: Record<string, unknown> }> };

/** Names of the settings that a service asks for, by its own configuration, when it is given nothing. */
function askedFor(configs: readonly (new () => object)[]): string[] {
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

describe('docker compose', () => {
  it.each(SERVICES.map((service) => [service.name, service] as const))(
    'gives the service %s every setting that it asks for',
    (name, { configs }) => {
      const given = Object.keys(compose.services[name]?.environment ?? {});
      const asked = askedFor(configs ?? []);
      expect(asked).toContain('MOTCUA_HISTORY_KEY');
      expect(asked.filter((variable) => !given.includes(variable))).toEqual([]);
    },
  );
});
