import { setTimeout as pause } from 'node:timers/promises';
import type { Dice, Json, ScenarioAnswer } from '@motcua/scenario';
import type { LifeClient } from './life-client.js';
import type { Played } from './participants.js';

export interface Scene extends Played {
  readonly client: LifeClient;
  readonly dice: Dice;
  readonly channel: 'online' | 'counter';
  /** Where the citizen submits; null where that is done here. */
  readonly portalUrl: string | null;
  /** Who hands in. */
  readonly sender: string;
  readonly paper: Uint8Array<ArrayBuffer>;
  /** The payer pays on the platform's page. */
  readonly click: (paymentUrl: string) => Promise<void>;
}

/** An answer that a client of ours never expects: the run goes on, and tells it. */
class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

export function answered(what: string, answer: ScenarioAnswer, ...statuses: number[]): ScenarioAnswer {
  if (statuses.includes(answer.status)) return answer;
  throw new NotUnderstood(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`.slice(0, 500));
}

/**
 * Looks until it is as awaited: while there are faults nobody promises when. What has not come when they have ended is for
 * the checks to find. @throws TimeIsUp
 */
export async function awaitIt(
  { client }: Pick<Scene, 'client'>,
  look: () => Promise<ScenarioAnswer>,
  arrived: (body: Json) => boolean,
): Promise<ScenarioAnswer> {
  for (; ; await pause(200)) {
    const answer = await look();
    if (answer.status === 200 && arrived(answer.body)) return answer;
    client.goesOn();
  }
}

export const pathOf = ({ client: { life } }: Scene): string => `/intake/v1/dossiers/${life.dossierId}`;

/** A draft is seen by nobody but who makes it. */
export const look = ({ client, participants, sender }: Scene): Promise<ScenarioAnswer> =>
  client.get(
    client.life.code === null ? sender : participants.clerk.subject,
    `/intake/v1/dossiers/${client.life.dossierId}`,
  );

export const etagOf = (scene: Scene) => async (): Promise<string> => (await look(scene)).etag;

export async function awaitStatus(scene: Scene, ...statuses: string[]): Promise<ScenarioAnswer> {
  scene.client.life.statuses = statuses;
  return awaitIt(
    scene,
    () => look(scene),
    ({ status }) => statuses.includes(status),
  );
}
