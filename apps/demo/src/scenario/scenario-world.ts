import { setTimeout as pause } from 'node:timers/promises';
import type { Json, Participants, ScenarioAnswer, ScenarioClient, ScenarioProcedure } from '@motcua/scenario';
import type { Expectations } from './expectations.js';
import { NotAsExpected } from './not-as-expected.js';
import type { DueByHand, ScenarioDates } from './scenario-dates.js';
import type { Teller } from './teller.js';

/** What each chapter of the story finds. */
export interface ScenarioWorld {
  readonly client: ScenarioClient;
  readonly expect: Expectations;
  readonly tell: Teller;
  readonly participants: Participants;
  readonly dates: ScenarioDates;
  /** Null where the dates of another procedure are asked from the system's own calculation. */
  readonly dueByHand: DueByHand | null;
  readonly procedure: ScenarioProcedure;
  /** Under which code the citizen submits at the national portal; null where the story begins here, at a counter or without a portal. */
  readonly portalCode: string | null;
  /** Seconds that an effect of another service may take to arrive. */
  readonly patience: number;
  readonly save: (name: string, pdf: Uint8Array) => Promise<string>;
}

/** The dossier as the story goes on. */
export interface ScenarioDossier {
  readonly id: string;
  readonly code: string;
  /** The latest ETag seen at intake. */
  readonly etag: string;
  readonly view: Json;
}

/** Moves the legal clock; being there already is no fault, a moment ago it was not. */
export async function moveClock({ client, expect }: ScenarioWorld, to: Temporal.Instant): Promise<void> {
  const answer = await client.post(null, '/development/v1/clock', { json: { now: to.toString() } });
  const late = Temporal.Instant.from((answer.body as { now: string }).now)
    .since(to)
    .total('seconds');
  expect.holds(`the story clock stands at ${to.toString()}`, late >= 0 && late < 600, answer.body);
}

/** Looks again until it is as awaited: effects of other services arrive by event. @throws NotAsExpected */
export async function awaitAnswer(
  { patience }: Pick<ScenarioWorld, 'patience'>,
  what: string,
  look: () => Promise<ScenarioAnswer>,
  arrived: (answer: ScenarioAnswer) => boolean,
): Promise<ScenarioAnswer> {
  const until = performance.now() + patience * 1000;
  for (let delay = 20; ; delay = Math.min(delay * 1.5, 250)) {
    const answer = await look();
    if (arrived(answer)) return answer;
    if (performance.now() > until)
      throw new NotAsExpected(what, `within ${patience} s`, 'it did not come', answer.body);
    await pause(delay);
  }
}

/** Reads the dossier as its applicant, until it has a status. */
export async function awaitStatus(world: ScenarioWorld, id: string, status: string): Promise<ScenarioDossier> {
  const { body, etag } = await awaitAnswer(
    world,
    `the dossier becomes ${status}`,
    () => world.client.get(world.participants.citizen.subject, `/intake/v1/dossiers/${id}`),
    (answer) => answer.status === 200 && answer.body.status === status,
  );
  world.expect.equal('status', body.status, status);
  return { id, code: String(body.code), etag, view: body };
}

/** The same world, of which nothing is told: for what happens beside the story. */
export const aside = (world: ScenarioWorld): ScenarioWorld => ({
  ...world,
  tell: { scene: () => undefined, heading: () => undefined, line: () => undefined },
});

/** What an agency is called: readers of the story do not know codes. */
export async function nameOfAgency({ client, expect }: ScenarioWorld, code: string): Promise<string> {
  const answer = expect.answered('an agency', 200, await client.get('admin', `/catalogue/v1/agencies/${code}`));
  return String(answer.body.name);
}
