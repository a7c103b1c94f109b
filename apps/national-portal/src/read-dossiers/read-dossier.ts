import { Injectable } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { Database, type PlatformCode } from '@motcua/platform';
import type { ReceivedState } from '../persistence/received-dossiers.js';
import { cutRecord } from '../record/cut.js';
import { owes, type ResultFacts } from '../record/facts.js';
import { numberOf } from '../record/statuses.js';
import { type RecordSource, SOURCE_COLUMNS, SOURCE_JOINS } from '../records/record-source.js';
import { Records } from '../records/records.js';
import { Outbound } from '../send-records/outbound.js';
import type { PortalDossierView } from './portal-dossier.view.js';
import type { WaitingForView } from '../deliveries/waiting-for.view.js';

interface Received {
  readonly dossierId: string;
  readonly state: ReceivedState;
  readonly refusal: string | null;
  readonly waitingFor: readonly WaitingForView[] | null;
}

const RECEIVED = `
  SELECT dossier_id AS "dossierId", state, refusal, waiting_for AS "waitingFor" FROM received_dossier WHERE portal_code = $1`;
const KNOWN = `
  SELECT ${SOURCE_COLUMNS} FROM dossier d ${SOURCE_JOINS} WHERE d.portal_code = $1 OR d.code = $1
  ORDER BY d.portal_code = $1 DESC NULLS LAST LIMIT 1`;

/** What the portal looks up: by its own code, or by ours. */
@Injectable()
export class ReadDossier {
  constructor(
    private readonly database: Database,
    private readonly outbound: Outbound,
    private readonly records: Records,
  ) {}

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async view(code: string): Promise<PortalDossierView> {
    const [[received], [source], maps] = await Promise.all([
      this.database.query<Received>(RECEIVED, [code]),
      this.database.query<RecordSource>(KNOWN, [code]),
      this.outbound.codeMaps(),
    ]);
    const id = source?.dossierId ?? received?.dossierId;
    if (id === undefined) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const ready = source && this.records.of(source, maps);
    const status = source?.facts.status;
    return {
      id,
      portalCode: source?.facts.submission?.portalCode ?? code,
      code: source?.facts.submission?.code ?? null,
      status: status ? Number(numberOf(status.now)) : null,
      state: received?.state ?? null,
      refusal: received?.refusal ?? null,
      waitingFor: received?.waitingFor ?? (ready && 'waitingFor' in ready ? ready.waitingFor : []),
      record: ready && 'record' in ready ? { ...cutRecord(ready.record) } : null,
    };
  }

  /** A result that was issued and holds, and for which nothing is owed (R16). @throws Refusal RESOURCE.NOT_FOUND */
  async result(code: string, sha256: string): Promise<ResultFacts> {
    const [source] = await this.database.query<RecordSource>(KNOWN, [code]);
    const facts = source?.facts;
    const found = facts?.results.find((one) => one.sha256 === sha256);
    if (!facts || !found || facts.revoked.includes(sha256) || owes(facts))
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return found;
  }
}
