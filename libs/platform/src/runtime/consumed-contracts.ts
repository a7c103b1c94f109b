import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { DynamicModule, Type } from '@nestjs/common';
import type { EventContract } from '../events/wire/envelope.js';
import { contractsOfReactions } from '../events/inbox/on.decorator.js';
import type { ServiceDefinition } from './service-definition.js';

type Imported = Type | DynamicModule;

function listIn<Item>(module: Imported, key: keyof DynamicModule): Item[] {
  const [type, more] = 'module' in module ? [module.module, module[key] as Item[] | undefined] : [module, undefined];
  return [...((Reflect.getMetadata(key, type) as Item[] | undefined) ?? []), ...(more ?? [])];
}

function* controllersOf(module: Imported): Generator<Type> {
  yield* listIn<Type>(module, MODULE_METADATA.CONTROLLERS as 'controllers');
  for (const imported of listIn<Imported>(module, MODULE_METADATA.IMPORTS as 'imports')) yield* controllersOf(imported);
}

/** The events that a service reacts to: those of every `@On` of its controllers, each once, in the order of their types. */
export function consumedContracts({ module }: Pick<ServiceDefinition, 'module'>): readonly EventContract[] {
  const contracts = new Set([...controllersOf(module)].flatMap(contractsOfReactions));
  return [...contracts].sort((a, b) => (a.type < b.type ? -1 : 1));
}
