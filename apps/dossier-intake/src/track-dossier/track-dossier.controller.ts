import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentDossierCode, type DossierStatus, HOW_TO_PAY, STATUSES } from '@motcua/dossier-domain';
import { type Language, type Localized, Refusal, typedIdentifier, withOffset } from '@motcua/kernel';
import {
  Database,
  identityHash,
  languageOf,
  PlatformConfig,
  type PlatformCode,
  Public,
  WithoutIdempotencyKey,
} from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { IntakeConfig } from '../intake.config.js';
import { findTracked, type TrackedDossier } from './find-tracked.js';
import { OwnTrackingRequest } from './own-tracking.request.js';
import { TokenBuckets } from './token-buckets.js';
import { TrackingView } from './tracking.view.js';

const PAUSED: Localized = {
  vi: 'Thời hạn giải quyết đang tạm dừng để chờ Ông/Bà bổ sung hồ sơ hoặc thực hiện nghĩa vụ tài chính; ngày hẹn trả được tính lại sau đó.',
  en: 'The term is paused until you have given what was asked, or paid; the due date is calculated again after that.',
};

const isRunning = (status: DossierStatus): boolean => status === 'supplementRequired' || status === 'paymentRequired';

/** What was asked for, by the name that the procedure gives it; null for a paper that an officer named. */
const wordsOf =
  (version: AnnouncedVersion, variant: string) =>
  (component: string | null, field: string | null): string | null => {
    const components = version.variants.find(({ code }) => code === variant)?.components ?? [];
    const named = components.find(({ code }) => code === component)?.name;
    return named ?? (component === null ? field : null);
  };

@Controller('v1/tracking')
@ApiTags('tracking')
@Public()
export class TrackDossierController {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
    private readonly platform: PlatformConfig,
    config: IntakeConfig,
  ) {
    this.buckets = new TokenBuckets(config.trackingPerMinute);
  }

  @Get(':code')
  @ApiOperation({ summary: 'Public tracking of a dossier: status, holder and due date (R19). Rate limited by address' })
  @ApiOkResponse({ type: TrackingView })
  track(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TrackingView> {
    return this.find(code, request.ip, languageOf(language), () => false);
  }

  @Post(':code')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary:
      'Tracking with what officers wrote to the applicant, for who gives the applicant’s number. Rate limited by address',
  })
  @ApiOkResponse({ type: TrackingView })
  trackOwn(
    @Param('code') code: string,
    @Body() { number }: OwnTrackingRequest,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TrackingView> {
    const given = typedIdentifier(number);
    return this.find(code, request.ip, languageOf(language), ({ dossier: { applicantRef, identityType } }) => {
      if (identityHash(this.platform.identityKey, identityType, given) === applicantRef) return true;
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    });
  }

  /** @param mayRead whether who asks may read what officers wrote, which may be personal; anyone may know the rest */
  private async find(
    code: string,
    address: string,
    language: Language,
    mayRead: (found: TrackedDossier) => boolean,
  ): Promise<TrackingView> {
    if (!this.buckets.take(address, performance.now())) throw new Refusal<PlatformCode>('REQUEST.TOO_MANY');
    const found = await findTracked(this.database, { code: currentDossierCode(code), portalCode: code.trim() });
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const reads = mayRead(found);
    const { dossier, ...shown } = found;
    const words = wordsOf(
      await this.procedures.version(dossier.procedureCode, dossier.procedureVersion),
      dossier.variant,
    );
    const { number, name } = STATUSES[found.status];
    const written = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);
    return {
      ...shown,
      statusName: name[language],
      statusNumber: number ?? 0,
      statusSince: withOffset(found.statusSince),
      submittedAt: written(found.submittedAt),
      // The 8 hours of R6 are over with the acceptance.
      receptionDueAt: found.acceptedAt === null ? written(found.receptionDueAt) : null,
      acceptedAt: written(found.acceptedAt),
      dueAt: written(found.dueAt),
      dueAtNote: found.acceptedAt !== null && found.dueAt === null && isRunning(found.status) ? PAUSED[language] : null,
      reason: reads ? found.reason : null,
      reasonsHidden: !reads && (found.reason !== null || found.asked.length > 0),
      asked: found.asked.map(({ component, field, reason, name = null }) => ({
        what: words(component, field) ?? (reads ? name : null),
        reason: reads ? reason : null,
      })),
      answerBy: written(found.answerBy),
      howToPay: found.owed > 0 ? HOW_TO_PAY[language] : null,
      results: found.results.map(({ issuedAt, revokedAt, ...result }) => ({
        ...result,
        issuedAt: withOffset(Temporal.Instant.from(issuedAt)),
        revokedAt: revokedAt && withOffset(Temporal.Instant.from(revokedAt)),
      })),
    };
  }
}
