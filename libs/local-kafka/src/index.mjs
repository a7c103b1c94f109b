// A Kafka broker of this machine for specs, demonstrations and chaos, and the ladder by which specs take their PostgreSQL
// too. Plain JavaScript without workspace imports, so that Jest's global set-up loads it as it stands.
import { BROKER_RUNGS, OWN_BROKER_RUNGS } from './broker-rungs.mjs';
import { climb, firstUsable } from './ladder/climb.mjs';

export { freePort } from './free-ports.mjs';

const rungsFor = (own) => (own ? OWN_BROKER_RUNGS : BROKER_RUNGS);

/** The line that says why no broker can be had here, or nothing. */
export const whyNoBroker = async ({ own = false } = {}) => (await firstUsable('Kafka', rungsFor(own))).line;

/** Takes the first broker that can be had, with the line that says which. @throws Error with that line where there is none */
export async function openBroker({ own = false, ...options } = {}) {
  const { found, line } = await climb('Kafka', rungsFor(own), options);
  if (!found) throw new Error(line);
  return { ...found, line };
}
