import { TestEnvironment } from 'jest-environment-node';
import { ofLastSuite } from './of-last-suite.mjs';

/** What Jest keeps of a suite in the global object: its tests and whoever listens to them. */
const OF_ONE_SUITE = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS)$/;

const last = ofLastSuite();

/** One global object for all suites of a worker, as the modules that they share see one. */
export default class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    const kept = last.for(config.globalConfig);
    if (kept) return kept;
    super(config, context);
    last.keep(this);
    this.exit = this.global.process.exit;
  }

  async teardown() {
    for (const symbol of Object.getOwnPropertySymbols(this.global))
      if (OF_ONE_SUITE.test(symbol.description ?? '')) Reflect.deleteProperty(this.global, symbol);
    // Jest wraps it once per suite.
    this.global.process.exit = this.exit;
    // Whatever was replaced, kept by Jest for an end that does not come here.
    this._globalProxy.leftovers = [];
  }
}
