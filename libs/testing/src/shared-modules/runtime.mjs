import Runtime from 'jest-runtime';
import { ofLastSuite } from './of-last-suite.mjs';
import { isShared } from './own-modules.mjs';

const REGISTRIES = ['esModuleRegistry', 'moduleRegistry', 'internalModuleRegistry'];
const last = ofLastSuite();
const sharedOf = (modules) => new Map([...modules].filter(([name]) => isShared(name)));

/**
 * Jest loads every module anew for each suite: Nest, Fastify, TypeORM and what they bring along took two thirds of the
 * processor time of a run. Here the suites of a worker share the modules, as the services of one process do; the spec and
 * its fixtures each suite has for itself (own-modules.mjs).
 */
export default class SharedModules extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig) {
    const kept = last.for(globalConfig);
    if (kept) {
      // Who asks for a module: these three remember.
      kept._testPath = kept.esmLoader.testPath = kept.executor.testPath = testPath;
      return kept;
    }
    super(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig);
    last.keep(this);
  }

  teardown() {
    const kept = REGISTRIES.map((name) => [name, sharedOf(this.registries[name])]);
    super.teardown();
    Object.assign(this.registries, Object.fromEntries(kept));
    this.testState.state = 'loading';
  }
}
