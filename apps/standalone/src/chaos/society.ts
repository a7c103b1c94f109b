import { loadPersonas } from '../development-issuer/personas.js';
import { chooseProcedure } from '../demo/story/choose-procedure.js';
import type { StoryClient } from '../demo/story/story-client.js';
import type { StoryProcedure } from '../demo/story/story-world.js';
import type { Cast } from '../demo/story/cast.js';

/** Free of charge, with a fee before acceptance (one line, several), with fees before acceptance and before the return. */
const PROCEDURES = ['2.000596', '1.004363', '2.001117', '1.012784'];

/** A procedure with those who play it. */
export interface Played {
  readonly procedure: StoryProcedure;
  readonly cast: Cast;
}

export const playedProcedures = (client: StoryClient): Promise<Played[]> =>
  Promise.all(PROCEDURES.map((code) => chooseProcedure(client, code)));

/** Who does what a task asks for. @throws Error where the seed has nobody */
export function officerFor(role: string, agency: string): string {
  const found = loadPersonas().find((one) => one.agency === agency && (one.roles as readonly string[]).includes(role));
  if (!found) throw new Error(`nobody of the seed is ${role} of ${agency}`);
  return found.subject;
}
