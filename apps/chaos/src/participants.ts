import { loadPersonas } from '@motcua/development-issuer';
import { chooseProcedure, type Participants, type ScenarioClient, type ScenarioProcedure } from '@motcua/scenario';

/**
 * Free of charge, with a fee before acceptance (one line, several), with fees before acceptance and before the return, with an
 * exemption for the poor.
 */
const PROCEDURES = ['2.000596', '1.004363', '2.001117', '1.012784', '1.004873'];

/** A procedure with those who play it. */
export interface Played {
  readonly procedure: ScenarioProcedure;
  readonly participants: Participants;
}

export const playedProcedures = (client: ScenarioClient): Promise<Played[]> =>
  Promise.all(PROCEDURES.map((code) => chooseProcedure(client, code)));

/** Who does what a task asks for. @throws Error where the seed has nobody */
export function officerFor(role: string, agency: string): string {
  const found = loadPersonas().find((one) => one.agency === agency && (one.roles as readonly string[]).includes(role));
  if (!found) throw new Error(`the seed has no participant who is ${role} of ${agency}`);
  return found.subject;
}
