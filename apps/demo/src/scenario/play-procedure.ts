import { randomUUID } from 'node:crypto';
import { compileCalendar, parseCalendar, type WorkingCalendar } from '@motcua/legal-clock';
import { chooseDates } from '../choose-dates.js';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT } from '@motcua/development-issuer';
import { type Carrier, chooseProcedure, direct, ScenarioClient, type ScenarioProcedure } from '@motcua/scenario';
import { portalTime } from './at-portal.js';
import { Expectations } from './expectations.js';
import type { Story } from '../demo-options.js';
import { playMoney } from './play-money.js';
import { playTroubles } from './play-troubles.js';
import { playScenario } from './play-scenario.js';
import type { ScenarioDossier, ScenarioWorld } from './scenario-world.js';

interface Play extends Pick<ScenarioWorld, 'tell' | 'save' | 'patience'> {
  /** Address of the running system. */
  readonly server: string;
  readonly procedure: string;
  readonly story?: Story;
  /** Nothing happened there yet: the story may begin when it likes. */
  readonly fresh: boolean;
  readonly carry?: Carrier;
  /** Begins the idempotency keys; drawn by lot when absent. */
  readonly run?: string;
}

export interface Played {
  readonly dossier: ScenarioDossier;
  readonly world: ScenarioWorld;
}

async function calendarOf(client: ScenarioClient): Promise<WorkingCalendar> {
  const { body } = await client.get('citizen', '/catalogue/v1/working-calendars/VN');
  const { name, timeZone, sessions, sameDayCutoff, publishedYears, daysOff, compensatoryDays } = body;
  return compileCalendar(
    parseCalendar({ name, timeZone, sessions, sameDayCutoff, publishedYears, daysOff, compensatoryDays }),
  );
}

/** Tokens of the development issuer, fetched as everything else is. */
export const tokensBy =
  (carry: Carrier) =>
  async (persona: string): Promise<string> => {
    const form = new URLSearchParams({ grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { body } = await carry({ method: 'POST', path: '/issuer/token', headers, body: () => form });
    return (body as { access_token: string }).access_token;
  };

/** What a citizen may do online is done at the portal, where there is a simulated one to do it at. */
async function beginsAtPortal(client: ScenarioClient, { channel, subjects }: ScenarioProcedure): Promise<boolean> {
  if (channel !== 'online' || !['citizen', 'other'].some((kind) => subjects.includes(kind))) return false;
  return (await client.get(null, '/national-portal/control/observations')).status === 200;
}

const STORY_PLAYERS: Readonly<Record<Story, (world: ScenarioWorld) => Promise<ScenarioDossier>>> = {
  life: playScenario,
  troubles: playTroubles,
  money: playMoney,
};

/** Plays a procedure on a running system. @throws CannotPlay, NotAsExpected */
export async function playProcedure({
  server,
  procedure: code,
  story = 'life',
  fresh,
  carry,
  run = randomUUID().slice(0, 8),
  tell,
  ...rest
}: Play): Promise<Played> {
  const carrier = carry ?? direct(server);
  const client = new ScenarioClient(server, tokensBy(carrier), carrier, run);
  const { procedure, participants } = await chooseProcedure(client, code);
  const now = Temporal.Instant.from(((await client.get(null, '/development/v1/clock')).body as { now: string }).now);
  tell.line(`Thủ tục · procedure  ${code} ${procedure.name}`);
  const dates = chooseDates(code, await calendarOf(client), now, fresh);
  const world: ScenarioWorld = {
    client,
    expect: new Expectations(),
    tell,
    participants,
    procedure,
    ...dates,
    // Troubles are mended here, at the counter of the office: that story begins without the portal.
    portalCode:
      story === 'life' && (await beginsAtPortal(client, procedure))
        ? `000.00.00.G22-${portalTime(dates.dates.submitted).slice(2, 8)}-${run.toUpperCase()}`
        : null,
    ...rest,
  };
  return { dossier: await STORY_PLAYERS[story](world), world };
}
