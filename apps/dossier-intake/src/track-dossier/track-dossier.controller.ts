import { Controller, Get, Headers, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dossierCode, type DossierStatus, parseDossierCode, STATUSES } from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, languageOf, Public, type PlatformCode } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { IntakeConfig } from '../intake.config.js';
import { TokenBuckets } from './token-buckets.js';
import { TrackingView } from './tracking.view.js';

interface Found {
  readonly code: string;
  readonly procedureName: string;
  readonly status: DossierStatus;
  readonly statusSince: Temporal.Instant;
  readonly holderAgency: string | null;
  readonly holderOfficer: string | null;
  readonly step: string | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly receptionDueAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
}

const FIND = `
  SELECT d.code, d.procedure_name AS "procedureName", d.status, d.status_since AS "statusSince", a.name AS "holderAgency", d.holder_officer AS "holderOfficer",
    d.holder_step AS step, d.submitted_at AS "submittedAt", d.reception_due_at AS "receptionDueAt", d.accepted_at AS "acceptedAt", d.promised_due_at AS "dueAt"
  FROM dossier d LEFT JOIN agency_copy a ON a.code = d.holder_agency WHERE d.code = $1`;

/** R2: a code with the legacy identifier names the same dossier. */
const currentCode = (text: string): string => {
  const parts = parseDossierCode(text);
  if (!parts) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return dossierCode(
    parts.agency,
    Temporal.PlainDate.from(parts.day).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant(),
    parts.sequence,
  );
};

@Controller('v1/tracking')
@ApiTags('tracking')
@Public()
export class TrackDossierController {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly database: Database,
    config: IntakeConfig,
  ) {
    this.buckets = new TokenBuckets(config.trackingPerMinute);
  }

  @Get(':code')
  @ApiOperation({ summary: 'Public tracking of a dossier: status, holder and due date (R19). Rate limited by address' })
  @ApiOkResponse({ type: TrackingView })
  async track(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TrackingView> {
    if (!this.buckets.take(request.ip, performance.now())) throw new Refusal<PlatformCode>('REQUEST.TOO_MANY');
    const [found] = await this.database.query<Found>(FIND, [currentCode(code)]);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { number, name } = STATUSES[found.status];
    const written = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);
    return {
      ...found,
      statusName: name[languageOf(language)],
      statusNumber: number ?? 0,
      statusSince: withOffset(found.statusSince),
      submittedAt: written(found.submittedAt),
      receptionDueAt: written(found.receptionDueAt),
      acceptedAt: written(found.acceptedAt),
      dueAt: written(found.dueAt),
    };
  }
}
