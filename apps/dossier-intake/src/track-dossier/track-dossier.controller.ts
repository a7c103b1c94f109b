import { Controller, Get, Headers, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dossierCode, HOW_TO_PAY, parseDossierCode, STATUSES } from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, languageOf, Public, type PlatformCode } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { IntakeConfig } from '../intake.config.js';
import { findTracked } from './find-tracked.js';
import { TokenBuckets } from './token-buckets.js';
import { TrackingView } from './tracking.view.js';

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
    const found = await findTracked(this.database, currentCode(code));
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
      howToPay: found.owed > 0 ? HOW_TO_PAY[languageOf(language)] : null,
      results: found.results.map(({ issuedAt, revokedAt, ...result }) => ({
        ...result,
        issuedAt: withOffset(Temporal.Instant.from(issuedAt)),
        revokedAt: revokedAt && withOffset(Temporal.Instant.from(revokedAt)),
      })),
    };
  }
}
