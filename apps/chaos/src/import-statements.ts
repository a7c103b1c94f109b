import { setTimeout as pause } from 'node:timers/promises';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import type { Dice, Participants } from '@motcua/scenario';
import type { LifeClient } from './life-client.js';
import { platformStatement, statementPath } from './platform-statement.js';
import { answered } from './scene.js';

const LEAST_PAUSE_MS = 8_000;
const MOST_PAUSE_MS = 20_000;

/**
 * The cashier compares what the platform has by now with the books, again and again, while payments come. What is under way is a
 * break, and explains itself later. @throws TimeIsUp
 */
export async function importStatements(
  client: LifeClient,
  { cashier }: Participants,
  platform: PaymentPlatform,
  dice: Dice,
): Promise<never> {
  for (; ; await pause(dice.between(LEAST_PAUSE_MS, MOST_PAUSE_MS))) {
    client.goesOn();
    const file = platformStatement(platform, []);
    if (file === null) continue;
    const path = await statementPath((of) => client.get(null, of));
    answered('a statement', await client.command('statement', cashier.subject, path, { file }), 201);
  }
}
