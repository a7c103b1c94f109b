import { Injectable } from '@nestjs/common';
import { currentDossierCode, type DossierStatus, HOW_TO_PAY, openDues, STATUSES } from '@motcua/dossier-domain';
import { type Language, type Localized, Refusal, typedIdentifier, withOffset } from '@motcua/kernel';
import { Database, identityHash, PlatformConfig, type PlatformCode, TokenBuckets } from '@motcua/platform';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { IntakeConfig } from '../intake.config.js';
import { findTracked, type TrackedDossier } from './find-tracked.js';
import type { TrackingView } from './tracking.view.js';

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

/** Its status is one of the domain's. */
export type Tracked = TrackingView & { readonly status: DossierStatus };

interface Asking {
  readonly code: string;
  /** Of who asks: JSON and the page share one limit for it. */
  readonly address: string;
  readonly language: Language;
  /** The applicant's identity number, of who wants to read what officers wrote, which may be personal. */
  readonly number?: string;
}

/** Where a dossier stands, for JSON and for the page. */
@Injectable()
export class Tracking {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
    private readonly platform: PlatformConfig,
    config: IntakeConfig,
  ) {
    this.buckets = new TokenBuckets(config.trackingPerMinute);
  }

  /** @throws Refusal REQUEST.TOO_MANY; RESOURCE.NOT_FOUND, also where the number is another's */
  async find({ code, address, language, number }: Asking): Promise<Tracked> {
    if (!this.buckets.take(address, performance.now())) throw new Refusal<PlatformCode>('REQUEST.TOO_MANY');
    const tracked = await findTracked(this.database, { code: currentDossierCode(code), portalCode: code.trim() });
    if (!tracked || (number !== undefined && !this.isNumberOf(tracked, number)))
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const reads = number !== undefined;
    const { dossier, ...found } = tracked;
    const dues = openDues(found.otherDues);
    const words = wordsOf(
      await this.procedures.version(dossier.procedureCode, dossier.procedureVersion),
      dossier.variant,
    );
    const { number: statusNumber, name } = STATUSES[found.status];
    const written = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant);
    return {
      ...found,
      statusName: name[language],
      statusNumber: statusNumber ?? 0,
      statusSince: withOffset(found.statusSince),
      submittedAt: written(found.submittedAt),
      // The 8 hours of R6 are over with the acceptance.
      receptionDueAt: found.acceptedAt === null ? written(found.receptionDueAt) : null,
      acceptedAt: written(found.acceptedAt),
      dueAt: written(found.dueAt),
      dueAtNote: found.acceptedAt !== null && found.dueAt === null && isRunning(found.status) ? PAUSED[language] : null,
      reason: reads ? found.reason : null,
      reasonsHidden: !reads && (found.reason !== null || found.asked.length > 0 || dues.length > 0),
      otherDues: dues.map(({ amount, payBy, holdsBack, name: dueName, collector, howToPay }) => ({
        ...{ amount, payBy, holdsBack },
        ...(reads ? { name: dueName, collector, howToPay } : { name: null, collector: null, howToPay: null }),
      })),
      asked: found.asked.map(({ component, field, reason, name: paper = null }) => ({
        what: words(component, field) ?? (reads ? paper : null),
        reason: reads ? reason : null,
      })),
      answerBy: written(found.answerBy),
      howToPay: found.owed > 0 ? HOW_TO_PAY[language] : null,
      linked: found.linked.map((linked) => ({
        ...linked,
        statusName: STATUSES[linked.status].name[language],
        dueAt: linked.dueAt && withOffset(Temporal.Instant.from(linked.dueAt)),
      })),
      results: found.results.map(({ issuedAt, revokedAt, ...result }) => ({
        ...result,
        issuedAt: withOffset(Temporal.Instant.from(issuedAt)),
        revokedAt: revokedAt && withOffset(Temporal.Instant.from(revokedAt)),
      })),
    };
  }

  private isNumberOf({ dossier: { applicantRef, identityType } }: TrackedDossier, number: string): boolean {
    return identityHash(this.platform.identityKey, identityType, typedIdentifier(number)) === applicantRef;
  }
}
