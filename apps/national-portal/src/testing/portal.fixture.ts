import {
  ApplicantNamedV1,
  type Contract,
  DossierAcceptedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  OfficerChangedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { sealEnvelope } from '@motcua/platform';
import { type RunningPortal, startPortal, type Wire } from '@motcua/portal-simulator';
import { eventually, type Json, startTestSystem, type TestSystem } from '@motcua/testing';
import { portal } from '../portal.definition.js';

export const ACCOUNT = { destination: 'VN:GOV:NPSP', username: 'quangngai', password: 'mat-khau', unit: 'H48' };
export const SEALING_KEY = 'sealing-key-of-the-test-run-0000000000';
export const CITIZEN_ID = '051199000017';

export const APPLICANT = {
  kind: 'citizen',
  identity: { type: 'citizenId', number: CITIZEN_ID },
  fullName: 'Nguyễn Thị Mẫu',
  email: 'mau@example.test',
  phone: '+84900000001',
  address: null,
  deliveryAddress: '1 đường Mẫu, Quảng Ngãi',
};

export interface PortalWorld {
  readonly system: TestSystem;
  readonly simulator: RunningPortal;
  /** Delivers an event's sample with changes, twice, as another service would. */
  tell<Data extends object>(contract: Contract<Data>, key: string, change?: object): Promise<void>;
  /** Delivers an event once. */
  deliver<Data extends object>(contract: Contract<Data>, id: string, change: object): Promise<void>;
  /** Says who the applicant of a dossier is. */
  named(id: string, applicant?: object): Promise<void>;
  /** A dossier that was submitted at the counter, with its applicant; its id. */
  submitted(code: string, change?: object, applicant?: object): Promise<string>;
  moved(id: string, from: string, to: string, at: string, change?: object): Promise<void>;
  accepted(id: string, code: string, at: string, change?: object): Promise<void>;
  /** What the portal holds of a code once `until` holds of it. */
  held(
    code: string,
    until?: (record: Wire, progress: readonly Wire[]) => boolean,
  ): Promise<{ record: Wire; progress: readonly Wire[] }>;
  journal(dossierId: string): Promise<Json[]>;
  stop(): Promise<void>;
}

export const settings = (url: string): Record<string, string> => ({
  MOTCUA_PORTAL_URL: `${url}/XrdAdapter/RestService/forward`,
  MOTCUA_PORTAL_DESTINATION: ACCOUNT.destination,
  MOTCUA_PORTAL_USERNAME: ACCOUNT.username,
  MOTCUA_PORTAL_PASSWORD: ACCOUNT.password,
  MOTCUA_PORTAL_UNIT: ACCOUNT.unit,
  MOTCUA_PORTAL_TIMEOUT_MS: '2000',
  MOTCUA_PORTAL_FOLLOW_CATALOGUE: 'false',
  MOTCUA_PORTAL_RETRY_MAX_SECONDS: '1',
  MOTCUA_PORTAL_FILE_HOSTS: new URL(url).host,
});

export async function startPortalWorld(environment: Record<string, string> = {}): Promise<PortalWorld> {
  const simulator = await startPortal(ACCOUNT);
  const system = await startTestSystem([portal], { environment: { ...settings(simulator.url), ...environment } });
  const tell = async <Data extends object>(
    contract: Contract<Data>,
    key: string,
    change: object = {},
  ): Promise<void> => {
    await system.foreign.deliver(contract, key, { ...(sampleOf(contract) as object), ...change });
  };
  await tell(ProcedureVersionAnnouncedV1, '1.001686', { field: { code: 'G15-NN01', name: 'Nông nghiệp' } });
  await tell(OfficerChangedV1, 'officer-clerk-01', {
    subject: 'officer-clerk-01',
    name: 'Trần Văn Giả',
    title: 'Chuyên viên',
  });
  const named = async (id: string, applicant: object = {}): Promise<void> => {
    const sealed = sealEnvelope(SEALING_KEY, { ...APPLICANT, ...applicant });
    await tell(ApplicantNamedV1, id, { dossierId: id, applicantRef: 'ref', ...sealed, erased: false });
  };
  const moved: PortalWorld['moved'] = (id, from, to, at, change) =>
    tell(DossierStatusChangedV1, id, {
      dossierId: id,
      from,
      to,
      at,
      reason: null,
      dueAt: null,
      receptionDueAt: null,
      holder: { agency: 'H48.12', agencyName: 'Sở Nông nghiệp và Môi trường', officerName: null },
      ...change,
    });
  return {
    system,
    simulator,
    tell,
    deliver: async (contract, id, change) => {
      const sample = sampleOf(contract) as object;
      await system.foreign.deliver(contract, id, { ...sample, dossierId: id, ...change });
    },
    named,
    moved,
    submitted: async (code, change, applicant) => {
      const id = newId();
      const submission = { dossierId: id, code, channel: 'counter', status: 'registered', feeLines: [], ...change };
      await tell(DossierSubmittedV1, id, submission);
      await moved(id, 'draft', 'registered', '2026-11-24T09:00:00+07:00');
      await named(id, applicant);
      return id;
    },
    accepted: async (id, code, at, change) => {
      await tell(DossierAcceptedV1, id, { dossierId: id, code, acceptedAt: at, ...change });
      await moved(id, 'registered', 'accepted', at, { dueAt: sampleOf(DossierAcceptedV1).promisedDueAt });
    },
    held: (code, until = () => true) =>
      eventually(async () => {
        const held = simulator.portal.holdings.find(code);
        return held && until(held.record, held.progress) ? { record: held.record, progress: held.progress } : undefined;
      }),
    journal: (dossierId) =>
      system.sql<Json>('SELECT * FROM portal.journal WHERE dossier_id = $1 ORDER BY n', [dossierId]),
    stop: async () => {
      await system.stop();
      await simulator.stop();
    },
  };
}
