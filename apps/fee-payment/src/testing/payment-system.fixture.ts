import { randomUUID } from 'node:crypto';
import { AgencyChangedV1, ApplicantNamedV1, DossierSubmittedV1, sampleOf } from '@motcua/contracts';
import { type PaymentPlatform, startPaymentPlatform } from '@motcua/payment-platform-simulator';
import { sealEnvelope } from '@motcua/platform';
import { type ApiClient, eventually, type Json, startTestSystem, type TestSystem } from '@motcua/testing';
import { payment } from '../payment.definition.js';
import { PollPlatform } from '../poll-platform/poll-platform.js';

const PARTNER = 'MOTCUA-TEST';
const SEALING_KEY = 'sealing-key-of-the-test-run-0000000000';
const SECRET = 'secret-of-the-test-platform';
export const CALLBACK = '/payment/v1/gateways/national-platform/confirmations';

export interface Line {
  readonly code: string;
  readonly kind: 'phi' | 'lePhi';
  readonly net: number;
  readonly collectedAt?: 'beforeAcceptance' | 'beforeReturn';
}

export interface PaymentSystem {
  readonly system: TestSystem;
  readonly platform: PaymentPlatform;
  readonly citizen: ApiClient;
  readonly cashier: ApiClient;
  readonly leader: ApiClient;
  readonly clerk: ApiClient;
  readonly stranger: ApiClient;
  readonly admin: ApiClient;
  /** Cashiers' days that were closed, as they were shown then. */
  readonly closedDays: Map<string, string>;
  /** A submitted dossier of the citizen that owes these lines; resolves when payment knows it. */
  submit(lines: readonly Line[]): Promise<string>;
  /** Its applicant as the dossier names them from now on; null: they are erased. */
  name(dossierId: string, fullName: string | null): Promise<void>;
  /** Looks for payments whose time to ask about has come, as if `seconds` had passed. */
  sweep(seconds?: number): Promise<void>;
  published(dossierId: string): Promise<Json[]>;
  stop(): Promise<void>;
}

export const FEE: Line = { code: 'PHI-THAM-DINH', kind: 'phi', net: 115_000 };

const fromLine = ({ code, kind, net, collectedAt = 'beforeAcceptance' }: Line) => ({
  ...{ code, kind, net, collectedAt },
  name: `Khoản ${code}`,
  base: net * 2,
  reduction:
    net === 0
      ? null
      : { policy: 'QNG-ONLINE-50', basisPoints: 5000, legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND' },
});

const AGENCIES = [
  { code: 'H48', parent: null, ancestors: ['H48'], name: 'Ủy ban nhân dân tỉnh Quảng Ngãi' },
  { code: 'H48.12', parent: 'H48', ancestors: ['H48', 'H48.12'], name: 'Sở Nông nghiệp và Môi trường' },
  { code: 'H48.13', parent: 'H48', ancestors: ['H48', 'H48.13'], name: 'Sở Xây dựng' },
];

/** The payment service with a simulated platform, over real HTTP. */
export async function startPaymentSystem(environment: Record<string, string> = {}): Promise<PaymentSystem> {
  const running = await startPaymentPlatform({ partner: PARTNER, secret: SECRET });
  const { platform } = running;
  const system = await startTestSystem([payment], {
    now: '2026-11-24T09:00:00+07:00',
    environment: {
      MOTCUA_PAYMENT_PLATFORM_URL: running.url,
      MOTCUA_PAYMENT_PARTNER: PARTNER,
      MOTCUA_PAYMENT_SECRET: SECRET,
      MOTCUA_PAYMENT_TIMEOUT_MS: '1500',
      // The specs sweep themselves.
      MOTCUA_PAYMENT_ASK_AFTER_SECONDS: '3600',
      MOTCUA_PAYMENT_ACCOUNT_NUMBER: '3511.0.1234567',
      MOTCUA_PAYMENT_ACCOUNT_NAME: 'Kho bạc Nhà nước Quảng Ngãi',
      MOTCUA_PAYMENT_ACCOUNT_BANK: 'KBNN',
      ...environment,
    },
  });
  platform.callbackUrl = `${system.url}${CALLBACK}`;
  const agency = sampleOf(AgencyChangedV1);
  for (const one of AGENCIES) {
    await system.foreign.deliver(AgencyChangedV1, one.code, {
      ...agency,
      ...one,
      legacyCode: `000.${one.code}`,
      revision: 1,
    });
  }
  const citizen = await system.as({ sub: 'citizen-1', roles: ['citizen'] });
  const name = async (dossierId: string, fullName: string | null): Promise<void> => {
    const person = { kind: 'citizen', fullName, address: 'Tổ 3, phường Cẩm Thành, tỉnh Quảng Ngãi' };
    const sealed = fullName === null ? { sealed: '-', wrappedKey: '-' } : sealEnvelope(SEALING_KEY, person);
    const erased = fullName === null;
    await system.foreign.deliver(ApplicantNamedV1, dossierId, { dossierId, applicantRef: 'ref-1', ...sealed, erased });
  };
  const submit = async (lines: readonly Line[]): Promise<string> => {
    const dossierId = randomUUID();
    await name(dossierId, 'Nguyễn Thị Mẫu');
    await system.foreign.deliver(DossierSubmittedV1, dossierId, {
      ...sampleOf(DossierSubmittedV1),
      dossierId,
      applicantRef: 'ref-1',
      submittedBy: 'citizen-1',
      receivingAgency: 'H48.12',
      competentAgency: 'H48.12',
      feeLines: lines.map(fromLine),
    });
    await eventually(async () => (await citizen.get(`/payment/v1/assessments/${dossierId}`)).status === 200);
    return dossierId;
  };
  return {
    ...{ system, platform, citizen, submit, name },
    cashier: await system.as({ sub: 'cashier-1', roles: ['cashier'], agency: 'H48.12' }),
    leader: await system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' }),
    closedDays: new Map(),
    clerk: await system.as({ sub: 'clerk-1', roles: ['clerk'], agency: 'H48.12' }),
    stranger: await system.as({ sub: 'citizen-2', roles: ['citizen'] }),
    admin: await system.as({ sub: 'admin-1', roles: ['admin'] }),
    sweep: async (seconds = 100_000) => {
      await system.sql(
        `UPDATE payment.payment_order SET ask_at = ask_at - $1::int * interval '1 second', opening_until = NULL`,
        [seconds],
      );
      await system.get('payment', PollPlatform).sweep();
    },
    published: (dossierId) =>
      system.sql('SELECT type, data FROM payment.outbox WHERE key = $1 ORDER BY id', [dossierId]),
    stop: async () => {
      await system.stop();
      await running.stop();
    },
  };
}
