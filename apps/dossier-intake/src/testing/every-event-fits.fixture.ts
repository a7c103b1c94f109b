import { ALL_CONTRACTS } from '@motcua/contracts';
import type { TestSystem } from '@motcua/testing';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** Types of all events that intake has published, each of which was checked against its contract, unknown fields included. */
export async function everyEventFits(system: TestSystem): Promise<Set<string>> {
  const events = await system.sql<{ type: string; data: object }>('SELECT type, data FROM intake.outbox ORDER BY id');
  for (const { type, data } of events) {
    const contract = ALL_CONTRACTS.find((known) => known.type === type);
    if (!contract) throw new Error(`${type} is not a published event`);
    const faults = validateSync(plainToInstance(contract, data), { whitelist: true, forbidNonWhitelisted: true });
    if (faults.length > 0) throw new Error(`${type}: ${faults.map(String).join('; ')}`);
  }
  return new Set(events.map(({ type }) => type));
}
