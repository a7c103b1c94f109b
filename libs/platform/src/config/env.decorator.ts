import 'reflect-metadata';

const NAMES = Symbol('environment names');

interface EnvironmentName {
  readonly property: string;
  readonly variable: string;
  readonly description: string;
}

/** Binds a property of a configuration class to an environment variable. */
export const Env =
  (variable: string, description: string): PropertyDecorator =>
  (target, property) => {
    const known = (Reflect.getMetadata(NAMES, target) as EnvironmentName[] | undefined) ?? [];
    Reflect.defineMetadata(NAMES, [...known, { property: String(property), variable, description }], target);
  };

export const environmentNames = (config: new () => object): EnvironmentName[] =>
  (Reflect.getMetadata(NAMES, config.prototype as object) as EnvironmentName[] | undefined) ?? [];
