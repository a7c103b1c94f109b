// A Kafka broker of this machine for specs, demonstrations and chaos, and the ladder by which specs take their PostgreSQL
// too. Plain JavaScript without workspace imports, so that Jest's global set-up loads it as it stands.
import { BROKER_CANDIDATES, OWN_BROKER_CANDIDATES } from './broker-candidates.mjs';
import { startFirstAvailable, firstUsable } from '../candidates/start-first-available.mjs';

export { freePort } from '../candidates/free-ports.mjs';

const candidatesFor = (own) => (own ? OWN_BROKER_CANDIDATES : BROKER_CANDIDATES);

/** The line that says why no broker can be had here, or nothing. */
export const whyNoBroker = async ({ own = false } = {}) => (await firstUsable('Kafka', candidatesFor(own))).line;

/** Takes the first broker that can be had, with the line that says which. @throws Error with that line where there is none */
export async function openBroker({ own = false, ...options } = {}) {
  const { found, line } = await startFirstAvailable('Kafka', candidatesFor(own), options);
  if (!found) throw new Error(line);
  return { ...found, line };
}
