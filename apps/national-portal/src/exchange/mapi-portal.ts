import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PortalConfig } from '../portal.config.js';
import type { PortalProgress, PortalRecord } from '../record/portal-record.js';
import { written } from '../record/written.js';
import { type Found, type ListService, NationalPortal } from './national-portal.js';
import { judgeAnswer, type PortalAnswer, type RawAnswer, unwrapped } from './portal-answer.js';
import { JsonPoster } from './post-json.js';
import { asList, asTexts, procedureCodeOf } from './read-result.js';

type Json = Readonly<Record<string, unknown>>;
/** What a write call carries: written once, whatever else is done with it. */
type Data = readonly (PortalRecord | PortalProgress)[];

/** Within what the end of the process and the lease of the sender have room for. */
const LONGEST_LINGER_MS = 4_000;

const refusedOr = (answer: PortalAnswer): PortalAnswer =>
  answer.kind === 'sessionGone'
    ? { kind: 'unanswered', code: answer.code, message: 'the session is gone again' }
    : answer;

/** The portal behind the exchange adapter. Every name of its protocol is in this folder and in `record`. */
@Injectable()
export class MapiPortal extends NationalPortal implements OnApplicationShutdown {
  private session: Promise<string> | undefined;
  private readonly poster = new JsonPoster();
  private readonly paths: Readonly<Record<'login' | 'g', URL>>;

  constructor(private readonly config: PortalConfig) {
    super();
    const base = config.url.replace(/\/+$/, '');
    this.paths = { login: new URL(`${base}/mapi/login`), g: new URL(`${base}/mapi/g`) };
  }

  /** After the sender has ended: a call that is under way keeps its connection. */
  onApplicationShutdown(): void {
    this.poster.close();
  }

  sendRecord(record: PortalRecord, asUpdate: boolean): Promise<PortalAnswer> {
    return this.call('DongBoHoSoMC', { isUpdating: asUpdate ? 'True' : 'False' }, [record]);
  }

  sendProgress(lines: readonly PortalProgress[]): Promise<PortalAnswer> {
    return this.call('CapNhatTienDoHoSoMC', {}, lines);
  }

  async findRecord(code: string): Promise<Found<Json | null>> {
    const answer = await this.call('TraCuuHoSo', { mahoso: code });
    // 3 has two meanings where something is written. Of a look-up it has one, whatever the words.
    if (answer.kind === 'missing' || (answer.kind === 'refused' && /^-?0*3$/.test(answer.code)))
      return { answered: true, found: null };
    if (answer.kind !== 'done') return { answered: false, answer };
    // A look-up may answer with the dossier twice, and with others beside it.
    const found = asList(answer.result)
      .map(asTexts)
      .find(({ MaHoSo }) => MaHoSo === code);
    return { answered: true, found: found ?? null };
  }

  async list(service: ListService): Promise<Found<readonly Json[]>> {
    const answer = await this.call(service, {});
    return answer.kind === 'done' ? { answered: true, found: asList(answer.result) } : { answered: false, answer };
  }

  async findProcedure(code: string): Promise<Found<Json | null>> {
    const answer = await this.call('LayThuTuc', { maTTHC: code });
    if (answer.kind === 'done') {
      // Asked for one, a portal may answer with others.
      const found = asList(answer.result).find(({ MATTHC }) => procedureCodeOf(MATTHC) === code);
      return { answered: true, found: found ?? null };
    }
    return answer.kind === 'missing' ? { answered: true, found: null } : { answered: false, answer };
  }

  /** A session that is gone is replaced once per call. */
  private async call(service: string, more: Json, data?: Data): Promise<PortalAnswer> {
    const used = this.currentSession();
    const first = await this.ask(used, service, more, data);
    if (first.kind !== 'sessionGone') return first;
    // Another call may have logged in again meanwhile.
    if (this.session === used) this.session = undefined;
    return refusedOr(await this.ask(this.currentSession(), service, more, data));
  }

  private async ask(opening: Promise<string>, service: string, more: Json, data?: Data): Promise<PortalAnswer> {
    let session: string;
    try {
      session = await opening;
    } catch (error) {
      return { kind: 'unanswered', code: 'LOGIN', message: error instanceof Error ? error.message : 'failed' };
    }
    const head = JSON.stringify({ session, madonvi: this.config.unit, service, ...more });
    const body = data ? `${head.slice(0, -1)},"data":[${data.map(written).join()}]}` : head;
    const lingerMs = data ? Math.min(this.config.timeoutMs, LONGEST_LINGER_MS) : 0;
    return this.post('g', body, lingerMs).then(judgeAnswer, notAnswered);
  }

  /** One login serves all calls; those that come meanwhile wait for it. */
  private currentSession(): Promise<string> {
    if (this.session !== undefined) return this.session;
    const opening = this.logIn();
    this.session = opening;
    opening.catch(() => {
      if (this.session === opening) this.session = undefined;
    });
    return opening;
  }

  private async logIn(): Promise<string> {
    const { username, password } = this.config;
    const raw = await this.post('login', JSON.stringify({ username, password })).catch((error: unknown) => {
      throw new Error(`no answer to the login: ${notAnswered(error).message}`);
    });
    const answer = judgeAnswer(raw);
    if (answer.kind !== 'done') throw new Error(`the login was answered ${answer.code} ${answer.message}`.trim());
    const session = sessionIn(raw.body);
    if (session === '') throw new Error('the login gave no session');
    return session;
  }

  private post(path: 'login' | 'g', body: string, lingerMs = 0): Promise<RawAnswer> {
    const { destination, timeoutMs } = this.config;
    return this.poster.post(this.paths[path], { dstcode: destination }, body, timeoutMs, lingerMs);
  }
}

/** Beside the code, or inside what the login gave. A number is taken digit by digit: it may be longer than numbers are exact. */
function sessionIn(body: string): string {
  const envelope = JSON.parse(unwrapped(body).replaceAll(/("session"\s*:\s*)(\d+)/g, '$1"$2"')) as Json;
  const places = [envelope, ...asList(envelope['result']), ...asList(envelope['data'])];
  return (
    places.map(({ session }) => (typeof session === 'string' ? session.trim() : '')).find((one) => one !== '') ?? ''
  );
}

function notAnswered(error: unknown): PortalAnswer {
  const { name, code } = error as { name?: string; code?: string };
  const message = name === 'TimeoutError' ? 'timed out' : (code ?? 'the connection was closed');
  return { kind: 'unanswered', code: 'NETWORK', message };
}
