import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AgencyChangedV1,
  ApplicantChangedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  type Plain,
  sampleOf,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type EventContract, identityHash, sealEnvelope } from '@motcua/platform';
import { type ApiClient, eventually, startTestSystem, type TestSystem } from '@motcua/testing';
import { notification } from '../notification.definition.js';

export const CITIZEN_ID = '051199000017';
export const APPLICANT = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', CITIZEN_ID);
const SEALING_KEY = 'sealing-key-of-the-test-run-0000000000';

export const CONTACT = {
  fullName: 'Nguyễn Thị Mẫu',
  email: 'mau@example.test',
  phone: '+84900000001',
  language: 'vi',
};

export interface DeliveryLine {
  readonly channel: string;
  readonly kind: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
}

/** The notification service alone; what other services would publish comes from a foreign producer. */
export class NotificationStory {
  private constructor(
    readonly system: TestSystem,
    readonly citizen: ApiClient,
    readonly admin: ApiClient,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<NotificationStory> {
    const system = await startTestSystem([notification], {
      now: '2026-11-24T08:00:00+07:00',
      environment: { MOTCUA_MAIL_POLL_MS: '20', MOTCUA_MAIL_RETRY_MS: '20', ...environment },
    });
    const citizen = await system.as({ sub: 'citizen-mau', roles: ['citizen'], citizen_id: CITIZEN_ID });
    const admin = await system.as({ sub: 'admin', roles: ['admin'] });
    return new NotificationStory(system, citizen, admin);
  }

  /** Every event of a spec comes twice, as a broker may deliver it. */
  async twice<Data extends object>(contract: EventContract<Data>, key: string, data: object): Promise<void> {
    const at = (data as Record<string, unknown>)['at'];
    const time = typeof at === 'string' ? { time: at } : {};
    await this.system.foreign.deliver(contract, key, data, time);
  }

  async agency(): Promise<void> {
    await this.twice(AgencyChangedV1, 'H48.12', {
      ...sampleOf(AgencyChangedV1),
      code: 'H48.12',
      name: 'Sở Xây dựng',
      address: '01 đường Minh Họa, tỉnh Quảng Ngãi',
      phone: '0255 3000 000',
    });
  }

  async contact(changes: Partial<Record<keyof typeof CONTACT, string | null>> = {}, ref = APPLICANT): Promise<void> {
    const envelope = sealEnvelope(SEALING_KEY, { ...CONTACT, ...changes });
    await this.twice(ApplicantChangedV1, ref, { applicantRef: ref, ...envelope, erased: false });
  }

  async erase(ref = APPLICANT): Promise<void> {
    await this.twice(ApplicantChangedV1, ref, { applicantRef: ref, sealed: '-', wrappedKey: '-', erased: true });
  }

  /** A dossier was submitted; nothing has been told of it yet. */
  async submitted(changes: Partial<Plain<DossierSubmittedV1>> = {}): Promise<string> {
    return this.submittedAs(newId(), changes);
  }

  async submittedAs(dossierId: string, changes: Partial<Plain<DossierSubmittedV1>> = {}): Promise<string> {
    await this.twice(DossierSubmittedV1, dossierId, {
      ...sampleOf(DossierSubmittedV1),
      receivingAgency: 'H48.12',
      applicantRef: APPLICANT,
      parties: [],
      dossierId,
      ...changes,
    });
    return dossierId;
  }

  async moved(dossierId: string, changes: Partial<Plain<DossierStatusChangedV1>>): Promise<void> {
    const { from, to } = changes;
    await this.twice(DossierStatusChangedV1, dossierId, {
      ...sampleOf(DossierStatusChangedV1),
      applicantRef: APPLICANT,
      dossierId,
      ...changes,
      ...(from && { from }),
      ...(to && { to }),
    });
  }

  async log(dossierId: string): Promise<DeliveryLine[]> {
    const { body } = await this.admin.get(`/notification/v1/deliveries?dossierId=${dossierId}`);
    return (body.items as DeliveryLine[])
      .map(({ channel, kind, state, reason, attempts }) => ({ channel, kind, state, reason, attempts }))
      .reverse();
  }

  /** The log of a dossier, once `ready` is content with it. */
  async logWhen(dossierId: string, ready: (lines: readonly DeliveryLine[]) => boolean): Promise<DeliveryLine[]> {
    return eventually(async () => {
      const lines = await this.log(dossierId);
      return ready(lines) && lines;
    });
  }

  /** The mail of a kind that was laid down for a dossier, as its recipient would see it. */
  async letter(dossierId: string, kind: string): Promise<{ headers: string; text: string }> {
    const id = await eventually(async () => {
      const [row] = await this.system.sql<{ id: string }>(
        `SELECT id FROM notification.delivery WHERE dossier_id = $1 AND kind = $2 AND channel = 'email' AND state = 'sent'`,
        [dossierId, kind],
      );
      return row?.id;
    });
    return readLetter(await readFile(join(this.mailFolder, `${id}.eml`), 'utf8'));
  }

  async letters(): Promise<string[]> {
    return (await readdir(this.mailFolder).catch(() => [])).sort();
  }

  get mailFolder(): string {
    return join(this.system.folder, 'mail');
  }

  stop(): Promise<void> {
    return this.system.stop();
  }
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Headers, and the plain text of the mail. */
export function readLetter(eml: string): { headers: string; text: string } {
  const [headers = ''] = eml.split('\r\n\r\n');
  const part = /Content-Type: text\/plain[^\r]*\r\n(?:([\w-]+: [^\r]*\r\n)*)\r\n([\s\S]*?)\r\n--/.exec(eml);
  const head = part?.[0].slice(0, part[0].indexOf('\r\n\r\n')) ?? '';
  const body = part?.[2] ?? '';
  const text = /base64/.test(head) ? Buffer.from(body, 'base64').toString('utf8') : quotedPrintable(body);
  return { headers: headers.replaceAll(/\r\n\s+/g, ' '), text: text.replaceAll('\r\n', '\n').trim() };
}
