import { readFile } from 'node:fs/promises';
import type { SentStatement } from './record-statements.js';

/** What a transaction executed, in waves, without BEGIN and COMMIT. */
export type RecordedTransaction = readonly (readonly SentStatement[])[];

/** How far a record has been written. */
export const recordedSoFar = async (file: string): Promise<number> => (await readFile(file, 'utf8')).length;

/**
 * The transactions of a service's role from a place in the record on that wrote to a history, and are no consumer's: those
 * of its commands.
 */
export async function commandsSince(file: string, from: number, user: string): Promise<RecordedTransaction[]> {
  const lines = (await readFile(file, 'utf8')).slice(from).trimEnd().split('\n');
  const statements = lines.map((line) => JSON.parse(line) as SentStatement).filter((sent) => sent.user === user);
  const open = new Map<number, SentStatement[]>();
  const ended: SentStatement[][] = [];
  for (const sent of statements) {
    if (sent.text === 'START TRANSACTION') open.set(sent.connection, []);
    else if (sent.text === 'COMMIT') {
      ended.push(open.get(sent.connection) ?? []);
      open.delete(sent.connection);
    } else open.get(sent.connection)?.push(sent);
  }
  return ended
    .filter((sent) => sent.some(({ text }) => text.includes('INSERT INTO history ')))
    .filter((sent) => !sent.some(({ text }) => text.includes('inbox_position')))
    .map((sent) => [...Map.groupBy(sent, ({ wave }) => wave).values()]);
}
