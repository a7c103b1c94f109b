import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { Database, openText, SealingConfig, sealEnvelope } from '@motcua/platform';
import { FetchPapers } from '../fetch-files/fetch-papers.js';
import type { ReceivedDossier } from '../persistence/received-dossiers.js';
import type { HandedOver, ReceivedRequest } from '../persistence/received-requests.js';
import { textIn } from '../receive/fields.js';
import type { CodeMaps } from '../record/code-maps.js';
import { supplementIdOf } from '../record/build-record.js';
import type { Facts } from '../record/facts.js';
import { instantOf } from '../record/vietnam-time.js';
import type { WaitingFor } from '../send-records/job.js';
import { applicantIn } from './read-applicant-of.js';
import type { HandOverDossier } from './hand-over-dossier.js';
import type { HandOverRequest } from './hand-over-request.js';

type Json = Readonly<Record<string, unknown>>;

/** How often a paper that is away is asked for before the applicant is told. */
const MOST_TRIES = 3;
const PAUSE_MS = 2_000;
const WITHDRAWN = 'Công dân rút hồ sơ trên Cổng Dịch vụ công quốc gia';

/** Makes of what the portal handed over what intake or payment are asked: codes become ours, papers are fetched. */
@Injectable()
export class Prepare {
  constructor(
    private readonly papers: FetchPapers,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async dossier(received: ReceivedDossier, maps: CodeMaps): Promise<HandOverDossier> {
    const { portalCode, dossierId, revision, attempts } = received;
    const record = this.open(received.body);
    const procedureCode = maps.ourCode('procedure', textIn(record, 'MaTTHC'));
    const agencyCode = maps.ourCode('agency', textIn(record, 'DonViXuLy'));
    // Of one that has ended and left its work to several, or to nobody, an officer says by the code map who takes it.
    const agency = await this.agencies.findOpen(agencyCode);
    const waitingFor: WaitingFor[] = [
      ...(agency ? [] : [{ kind: 'agency' as const, code: agencyCode }]),
      ...((await this.knowsProcedure(procedureCode)) ? [] : [{ kind: 'procedure' as const, code: procedureCode }]),
    ];
    if (!agency || waitingFor.length > 0) return { portalCode, revision, outcome: { kind: 'wait', waitingFor } };
    const papers = await this.papers.of(record, maps);
    if (papers.away && attempts + 1 < MOST_TRIES) return { portalCode, revision, outcome: later(attempts) };
    const data = {
      dossierId,
      portalCode,
      revision,
      procedureCode,
      agency: agency.code,
      submittedAt: this.timeIn(record, 'NgayNopHoSo'),
      ...sealEnvelope(this.sealing.sealingKey, applicantIn(record)),
      deliveryMethod: textIn(record, 'HinhThuc') === '1' ? ('post' as const) : ('counter' as const),
      files: papers.files,
      fileFaults: papers.fileFaults,
      identified: textIn(record, 'TaiKhoanDuocXacThucVoiVNeID') === '1',
    };
    return { portalCode, revision, outcome: { kind: 'handOver', data } };
  }

  async request(received: ReceivedRequest, maps: CodeMaps): Promise<HandOverRequest> {
    const { id, kind, requestId, dossierId, attempts } = received;
    const record = this.open(received.body);
    const facts = await this.factsOf(dossierId);
    // Nobody would ever take it, and a payment would wait for a dossier that does not come: an officer sees it.
    if (facts?.declined && !facts.submission)
      return { id, outcome: { kind: 'refuse', code: 'PORTAL.DOSSIER_ACCEPTED' } };
    const handOver = (handedOver: HandedOver): HandOverRequest => ({ id, outcome: { kind: 'handOver', handedOver } });
    if (kind === 'withdrawal') {
      const reason = textIn(record, 'LyDo') || WITHDRAWN;
      return handOver({ kind, data: { dossierId, requestId, reason, receivedAt: this.timeIn(record, 'NgayRut') } });
    }
    if (kind === 'payment') {
      const [transaction, paid] = [textIn(record, 'MaGiaoDich'), Number(textIn(record, 'SoTien'))];
      const paidAt = this.timeIn(record, 'ThoiGianGD');
      return handOver({ kind, data: { dossierId, requestId, transaction, amount: paid, paidAt } });
    }
    const { files, fileFaults, away } = await this.papers.of(record, maps);
    if (away && attempts + 1 < MOST_TRIES) return { id, outcome: later(attempts) };
    const receivedAt = this.timeIn(record, 'NgayTiepNhanBoSung');
    const number = numberIn(facts, textIn(record, 'HoSoBoSungId'));
    return handOver({ kind, data: { dossierId, requestId, number, receivedAt, files, fileFaults } });
  }

  private async factsOf(dossierId: string): Promise<Facts | undefined> {
    const statement = 'SELECT facts FROM dossier WHERE dossier_id = $1';
    const [known] = await this.database.query<{ facts: Facts }>(statement, [dossierId]);
    return known?.facts;
  }

  private open(body: string): Json {
    return JSON.parse(openText(this.sealing.sealingKey, body)) as Json;
  }

  private timeIn(record: Json, name: string): string {
    return withOffset(instantOf(textIn(record, name)) ?? this.clock.now());
  }

  private async knowsProcedure(code: string): Promise<boolean> {
    return (await this.database.query('SELECT FROM procedure_copy WHERE code = $1 LIMIT 1', [code])).length > 0;
  }
}

/** Which of our requests the portal answers: HoSoBoSungId is the id that our record gave it. */
function numberIn(facts: Facts | undefined, supplementId: string): number | null {
  const { submission, supplements = [] } = facts ?? {};
  const found = supplements.find((one) => submission && supplementIdOf(submission.code, one.number) === supplementId);
  return found?.number ?? null;
}

const later = (attempts: number): { readonly kind: 'tryLater'; readonly dueAt: Temporal.Instant } => ({
  kind: 'tryLater',
  dueAt: Temporal.Now.instant().add({ milliseconds: PAUSE_MS * 2 ** attempts }),
});
