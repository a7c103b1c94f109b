import { Controller, Get, Headers, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentDossierCode, type DossierStatus, HOW_TO_PAY, STATUSES } from '@motcua/dossier-domain';
import { type Localized, Refusal, withOffset } from '@motcua/kernel';
import { Database, languageOf, Public, type PlatformCode } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { IntakeConfig } from '../intake.config.js';
import { findTracked } from './find-tracked.js';
import { TokenBuckets } from './token-buckets.js';
import { TrackingView } from './tracking.view.js';

const PAUSED: Localized = {
  vi: 'Thời hạn giải quyết đang tạm dừng để chờ Ông/Bà bổ sung hồ sơ hoặc thực hiện nghĩa vụ tài chính; ngày hẹn trả được tính lại sau đó.',
  en: 'The term is paused until you have given what was asked, or paid; the due date is calculated again after that.',
};

const isRunning = (status: DossierStatus): boolean => status === 'supplementRequired' || status === 'paymentRequired';

/** What was asked for, by the name that the procedure gives it. */
const wordsOf =
  (version: AnnouncedVersion, variant: string) =>
  (component: string | null, field: string | null): string => {
    const components = version.variants.find(({ code }) => code === variant)?.components ?? [];
    const named = components.find(({ code }) => code === component)?.name;
    return named ?? component ?? field ?? '';
  };

@Controller('v1/tracking')
@ApiTags('tracking')
@Public()
export class TrackDossierController {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
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
    const found = await findTracked(this.database, { code: currentDossierCode(code), portalCode: code.trim() });
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { dossier, ...shown } = found;
    const words = wordsOf(
      await this.procedures.version(dossier.procedureCode, dossier.procedureVersion),
      dossier.variant,
    );
    const tongue = languageOf(language);
    const { number, name } = STATUSES[found.status];
    const written = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);
    return {
      ...shown,
      statusName: name[languageOf(language)],
      statusNumber: number ?? 0,
      statusSince: withOffset(found.statusSince),
      submittedAt: written(found.submittedAt),
      // The 8 hours of R6 are over with the acceptance.
      receptionDueAt: found.acceptedAt === null ? written(found.receptionDueAt) : null,
      acceptedAt: written(found.acceptedAt),
      dueAt: written(found.dueAt),
      dueAtNote: found.acceptedAt !== null && found.dueAt === null && isRunning(found.status) ? PAUSED[tongue] : null,
      asked: found.asked.map(({ component, field, reason }) => ({ what: words(component, field), reason })),
      answerBy: written(found.answerBy),
      howToPay: found.owed > 0 ? HOW_TO_PAY[languageOf(language)] : null,
      results: found.results.map(({ issuedAt, revokedAt, ...result }) => ({
        ...result,
        issuedAt: withOffset(Temporal.Instant.from(issuedAt)),
        revokedAt: revokedAt && withOffset(Temporal.Instant.from(revokedAt)),
      })),
    };
  }
}
