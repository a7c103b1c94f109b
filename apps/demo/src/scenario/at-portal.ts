import type { Json, ScenarioAnswer } from '@motcua/scenario';
import type { ScenarioWorld } from './scenario-world.js';

/** `yyyyMMddHHmmss` in Vietnam, as the portal writes it. */
export const portalTime = (at: Temporal.Instant): string =>
  at
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replaceAll(/\D/g, '');

/** What a citizen does on the simulated portal; the portal then tells the province, as its own client. */
export async function actAtPortal(
  { client, expect }: ScenarioWorld,
  act: 'dossiers' | 'supplements',
  json: Json,
): Promise<Json> {
  const answer = await client.post(null, `/national-portal/control/${act}`, { json });
  const { sent, pushed } = expect.answered(`the act at the portal (${act})`, 200, answer).body;
  expect.equal(`answer to what the portal pushed (${act})`, pushed.status, 202, pushed);
  return { sent, answer: pushed.answer };
}

/** What the portal holds under a code; 404 where nothing. */
export const lookAtPortal = ({ client }: Pick<ScenarioWorld, 'client'>, code: string): Promise<ScenarioAnswer> =>
  client.get(null, `/national-portal/control/dossiers/${encodeURIComponent(code)}`);
