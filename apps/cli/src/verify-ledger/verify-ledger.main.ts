import pg from 'pg';
import { type LedgerRow, verifyLedger } from '@motcua/fee-payment';
import { CannotStart } from '@motcua/local-system';
import { ConfigurationFaults } from '@motcua/platform';
import { findPlaces } from '../verify-history/find-places.js';
import { LEDGER_USAGE, sayFaults } from './say-faults.js';

const COULD_NOT = 2;

/** @throws ConfigurationFaults, CannotStart */
async function run(): Promise<number> {
  const places = await findPlaces(process.env, false);
  try {
    const { url } = places.histories.find(({ service }) => service === 'payment')!;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const faults = await verifyLedger({
        query: async (statement) => (await client.query<LedgerRow>(statement)).rows,
      });
      console.log(sayFaults(faults));
      return faults.length > 0 ? 1 : 0;
    } finally {
      await client.end();
    }
  } finally {
    await places.close();
  }
}

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) process.stdout.write(LEDGER_USAGE);
else {
  try {
    process.exitCode = await run();
  } catch (error) {
    const expected =
      error instanceof ConfigurationFaults || error instanceof CannotStart || 'code' in (error as object);
    if (!expected) throw error;
    console.error((error as Error).message);
    process.exitCode = COULD_NOT;
  }
}
