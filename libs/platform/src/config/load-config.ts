import { validateSync } from 'class-validator';
import { environmentNames } from './env.decorator.js';

/** Every fault of the configuration at once, in words that an operator can act on. */
export class ConfigurationFaults extends Error {
  override readonly name = 'ConfigurationFaults';

  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigClass<Config extends object = object> = new () => Config;

function parse(text: string, type: unknown): unknown {
  if (type === Number) return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === Boolean) return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/**
 * Reads a configuration class from `environment`; an empty variable counts as absent, and a property's initial value is
 * its default. @throws ConfigurationFaults
 */
export function loadConfig<Config extends object>(type: ConfigClass<Config>, environment: Environment): Config {
  const [config] = loadConfigs([type], environment);
  return config as Config;
}

/** Several configuration classes from one environment, with the faults of all of them at once. */
export function loadConfigs(types: readonly ConfigClass[], environment: Environment): object[] {
  const read = types.map((type) => readConfig(type, environment));
  const faults = [...new Set([...read.flatMap((one) => one.faults), ...knownToEverybody(types, environment)])];
  if (faults.length > 0) throw new ConfigurationFaults(faults);
  return read.map(({ config }) => config);
}

/** Secrets that are committed for development's sake (`deploy/compose/development.env`) would open a real system to all. */
function knownToEverybody(types: readonly ConfigClass[], environment: Environment): string[] {
  if (environment['MOTCUA_PROFILE'] === 'development') return [];
  return types
    .flatMap((type) => environmentNames(type))
    .filter(({ variable }) => environment[variable]?.includes('development-only'))
    .map(({ variable }) => `${variable} has a value that everybody knows; it is for MOTCUA_PROFILE=development`);
}

function readConfig(type: ConfigClass, environment: Environment): { config: object; faults: string[] } {
  const config = new type();
  const names = environmentNames(type);
  for (const { property, variable } of names) {
    const text = environment[variable];
    if (text === undefined || text === '') continue;
    Object.assign(config, { [property]: parse(text, Reflect.getMetadata('design:type', config, property)) });
  }
  const faults = validateSync(config, { forbidUnknownValues: false }).flatMap((error) => {
    const name = names.find(({ property }) => property === error.property);
    const rules = Object.values(error.constraints ?? {}).map((rule) => rule.replace(error.property, '').trim());
    return `${name?.variable ?? error.property} ${rules.join(' and ')}${name ? ` (${name.description})` : ''}`;
  });
  return { config, faults };
}
