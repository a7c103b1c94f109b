import { randomUUID } from 'node:crypto';
import { answerService, type Decision } from './answer-service.js';
import { type PublishedCatalogue, sampleCatalogue } from './catalogue.js';
import type { Change, DossierChange } from './change-log.js';
import { Dice } from './dice.js';
import type { Faults } from './faults.js';
import { HeldFiles } from './held-files.js';
import { Holdings } from './holdings.js';
import { Observations } from './observations.js';
import { ProvinceClient, type ProvinceAccess } from './province-client.js';
import type { Wire } from './records.js';

export interface NationalPortalOptions {
  /** The one province that it serves: header `dstcode`, account and `madonvi`. */
  readonly destination: string;
  readonly username: string;
  readonly password: string;
  readonly unit: string;
  /** Where and as whom it tells the province; may be set later. */
  readonly province?: ProvinceAccess;
  readonly catalogue?: PublishedCatalogue;
  /** What it held when it was stopped. */
  readonly known?: readonly Change[];
  /** Called with every change, before it is acknowledged. */
  readonly onChange?: (change: Change) => void;
}

const LISTS: ReadonlySet<string> = new Set(['LayDanhSachTTHC', 'LayDanhMucCoQuan', 'LayDanhMucLinhVuc']);

/** The portal's state and conduct, apart from HTTP. */
export class NationalPortal {
  readonly holdings = new Holdings();
  readonly observations = new Observations();
  readonly files: HeldFiles;
  readonly province: ProvinceClient;
  catalogue: PublishedCatalogue;
  /** Its own address, as others reach it. */
  url = '';
  private readonly sessions = new Set<string>();
  private faults: Faults = {};
  private chance = new Dice(1);

  constructor(private readonly options: NationalPortalOptions) {
    this.catalogue = options.catalogue ?? sampleCatalogue();
    this.files = new HeldFiles(() => this.url, options.onChange);
    this.province = new ProvinceClient(options.province);
    for (const change of options.known ?? []) {
      if (change.kind === 'file') this.files.restore(change);
      else this.holdings.apply(change);
    }
  }

  /** From now on, and instead of what was said before. `{}` behaves. */
  misbehave(faults: Faults): void {
    this.faults = faults;
    this.chance = new Dice(faults.seed ?? 1);
  }

  get conduct(): Faults {
    return this.faults;
  }

  get dice(): Dice {
    return this.chance;
  }

  serves(destination: string | undefined): boolean {
    return destination === this.options.destination;
  }

  logIn({ username, password }: Wire): Record<string, unknown> {
    if (username !== this.options.username || password !== this.options.password)
      return { error_code: this.faults.numbers ? 1 : '1', message: 'Sai tên đăng nhập hoặc mật khẩu' };
    const session = randomUUID();
    this.sessions.add(session);
    return { error_code: 0, session, message: 'Thành công' };
  }

  knowsSession(session: unknown): boolean {
    return this.sessions.has(String(session));
  }

  endSession(session: unknown): void {
    this.sessions.delete(String(session));
  }

  /** Decides a call that came with a valid session; takes nothing yet. */
  decide(call: Wire): Decision {
    if (call['madonvi'] !== this.options.unit) return { code: '7', message: 'madonvi không hợp lệ' };
    if (this.faults.emptyLists === true && LISTS.has(String(call['service']))) return { code: '0', result: [] };
    return this.refusedOnPurpose(call) ?? answerService(call, this.holdings, this.catalogue, new Date().toISOString());
  }

  private refusedOnPurpose(call: Wire): Decision | undefined {
    const records = Array.isArray(call['data']) ? (call['data'] as readonly Wire[]) : [];
    const refusal = this.faults.refuse?.find(({ field, contains = '', dossier }) =>
      records.some(
        (record) =>
          field in record &&
          JSON.stringify(record[field]).includes(contains) &&
          (dossier === undefined || dossier === record['MaHoSo']),
      ),
    );
    if (!refusal) return undefined;
    const left = (refusal.times ?? Infinity) - 1;
    const others = this.faults.refuse?.filter((other) => other !== refusal) ?? [];
    this.faults = { ...this.faults, refuse: left > 0 ? [...others, { ...refusal, times: left }] : others };
    return { code: refusal.code ?? '4', message: refusal.message ?? `Trường ${refusal.field} không hợp lệ` };
  }

  /** Publishes procedures, new or changed, and takes others from its list. */
  publish(procedures: readonly Wire[], withdrawn: readonly string[] = []): void {
    const all = new Map(this.catalogue.procedures);
    for (const one of procedures) all.set(String(one['MATTHC']), one);
    for (const code of withdrawn) all.delete(code);
    this.catalogue = { ...this.catalogue, procedures: all };
  }

  take(change: DossierChange): void {
    this.options.onChange?.(change);
    this.holdings.apply(change);
  }
}
