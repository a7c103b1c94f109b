import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DEVELOPMENT_CLIENT, PERSONA_GRANT, requestToken } from '@motcua/development-issuer';
import { Database, StoryClock } from '@motcua/platform';
import { exampleOf } from '@motcua/scenario';
import { ApiClient, type ApiResponse, eventually, type Json, newDataFolder } from '@motcua/testing';
import { type Standalone, startStandalone } from '../start-standalone.js';

/** Whoever comes to the counter; numbers and names are invented. */
const NUMBERS = ['051199000017', '051099000024', '051185000031'];

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

export interface Handed {
  readonly id: string;
  readonly code: string;
  readonly status: string;
}

interface HandingIn {
  readonly procedure: string;
  /** Which of those who stand in the queue. */
  readonly nth: number;
  readonly fullName: string;
  readonly competentAgency: string;
}

/** The whole system of one machine with the seed's people, as the officers of a one-stop use it. */
export class OneStopOffice {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly procedures = new Map<string, Promise<Json>>();

  private constructor(
    private readonly folder: string,
    private system: Standalone,
  ) {}

  /** @param now where the story clock stands when the system starts for the first time */
  static async open(now: string): Promise<OneStopOffice> {
    const folder = await newDataFolder();
    new StoryClock(join(folder, 'story-clock')).moveTo(at(now));
    return new OneStopOffice(folder, await start(folder));
  }

  /** All services end and begin again on what they have stored; whoever was logged in logs in again. */
  async restart(): Promise<void> {
    await this.system.stop();
    this.tokens.clear();
    this.system = await start(this.folder);
  }

  async close(): Promise<void> {
    await this.system.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The clock stands there, or has gone by it a moment ago. */
  passTo(time: string): void {
    this.system.clock.moveTo(at(time));
  }

  async as(persona: string): Promise<ApiClient> {
    const form = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona };
    const token = this.tokens.get(persona) ?? requestToken(this.system.url, form);
    this.tokens.set(persona, token);
    return new ApiClient(this.system.url, { token: await token });
  }

  async get(persona: string, path: string, accept = 'application/json'): Promise<Json> {
    const answer = await (await this.as(persona)).get(path, { headers: { accept } });
    return answered(path, answer, 200).body;
  }

  /** Does something and answers with what it became. @throws Error with the problem */
  async act(persona: string, path: string, body: object = {}, ifMatch?: string, status = 201): Promise<ApiResponse> {
    const seen = ifMatch === undefined ? {} : { ifMatch };
    const answer = await (await this.as(persona)).post(path, body, { ...seen, headers: { prefer: 'wait=5' } });
    return answered(path, answer, status);
  }

  /** An action on a dossier as it is now. */
  async onDossier(persona: string, { id }: Pick<Handed, 'id'>, what: string, body: object = {}): Promise<Json> {
    const { etag } = await (await this.as(persona)).get(`/intake/v1/dossiers/${id}`);
    return (await this.act(persona, `/intake/v1/dossiers/${id}/${what}`, body, etag)).body;
  }

  /** An action on the task that a case is at. */
  async onTask(persona: string, { id }: Pick<Handed, 'id'>, what: string, body: object = {}): Promise<Json> {
    const task = (await this.case(persona, id)).currentTask;
    return (await this.act(persona, `/workflow/v1/tasks/${String(task.id)}/${what}`, body, task.etag)).body;
  }

  async case(persona: string, id: string): Promise<Json> {
    const client = await this.as(persona);
    const { body, etag } = await client.get(`/workflow/v1/cases/${id}`, { headers: { prefer: 'wait=10' } });
    return { ...body, etag };
  }

  dossier(persona: string, { id }: Pick<Handed, 'id'>): Promise<Json> {
    return this.get(persona, `/intake/v1/dossiers/${id}`);
  }

  async until(persona: string, dossier: Pick<Handed, 'id'>, status: string): Promise<Json> {
    return eventually(async () => {
      const view = await this.dossier(persona, dossier);
      return view.status === status && view;
    });
  }

  /** A bulk action to its end; the result of each item. */
  async inBulk(persona: string, path: string, body: object): Promise<Json[]> {
    const { headers } = await this.act(persona, path, body, undefined, 202);
    const where = String(headers.get('location'));
    await eventually(async () => (await this.get(persona, where)).state === 'finished');
    return (await this.get(persona, `${where}/items?limit=100`)).items as Json[];
  }

  /** Somebody at the counter hands in: papers are looked at and counted, not scanned. */
  async handIn(clerk: string, { procedure: code, nth, fullName, competentAgency }: HandingIn): Promise<Handed> {
    const version = await this.procedure(code);
    const [variant] = version.variants as Json[];
    const drafted = await this.act(clerk, '/intake/v1/dossiers', {
      procedureCode: code,
      variant: variant.code,
      channel: 'counter',
      receivingAgency: 'H48.33',
      competentAgency,
      applicant: {
        kind: 'citizen',
        identity: { type: 'citizenId', number: NUMBERS[nth % NUMBERS.length] },
        fullName,
        phone: '+84900000001',
        address: 'Xã Bình Sơn, tỉnh Quảng Ngãi',
      },
      delivery: { method: 'counter' },
      formData: exampleOf(version.formSchema),
    });
    const { id } = drafted.body as { id: string };
    const required = (variant.components as Json[]).filter((one) => one.required);
    const components = required.map((one) => ({ component: one.code, originals: 1, copies: 0 }));
    const received = await (
      await this.as(clerk)
    ).put(`/intake/v1/dossiers/${id}/received-papers`, { components, further: [] }, { ifMatch: drafted.etag });
    answered('received papers', received, 200);
    const { body } = await this.act(clerk, `/intake/v1/dossiers/${id}/submission`, {}, received.etag);
    return { id, code: body.code, status: body.status };
  }

  /** Cash for what is due at a time, with its receipt. */
  async takeCash(cashier: string, { id }: Pick<Handed, 'id'>, receiptNumber: string, time: string): Promise<number> {
    const order = await this.act(cashier, '/payment/v1/orders', { dossierId: id, method: 'counter', collect: [time] });
    const { id: orderId, amount } = order.body;
    await this.act(
      cashier,
      `/payment/v1/orders/${String(orderId)}/cash-receipt`,
      { receiptNumber, amount },
      order.etag,
    );
    return amount;
  }

  async sql<Row extends object>(service: string, text: string): Promise<Row[]> {
    const app = this.system.apps.find(({ definition }) => definition.name === service);
    return app!.nest.get(Database, { strict: false }).query<Row>(text);
  }

  private async procedure(code: string): Promise<Json> {
    const known = this.procedures.get(code) ?? this.get('citizen', `/catalogue/v1/procedures/${code}`);
    this.procedures.set(code, known);
    return (await known).inForce;
  }
}

const start = (folder: string): Promise<Standalone> =>
  startStandalone({ PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'silent' });

function answered(what: string, answer: ApiResponse, status: number): ApiResponse {
  if (answer.status === status) return answer;
  throw new Error(`${what}: ${status} was expected, ${answer.status} came: ${answer.text.slice(0, 600)}`);
}
