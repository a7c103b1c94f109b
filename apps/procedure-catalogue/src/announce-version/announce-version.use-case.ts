import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, type Fault, Refusal } from '@motcua/kernel';
import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { assertVersion, type Tx } from '@motcua/platform';
import { DraftVersion } from '../draft-version/draft-version.use-case.js';
import {
  versionFaults,
  dayInVietnam,
  unanswered,
  type Announcement,
  type ProcedureRecord,
  type VersionRecord,
  announcementFaults,
} from '@motcua/catalogue-domain';
import { HeadlineStore } from '../persistence/headline-store.js';
import { ProcedureStore, versionOf } from '../persistence/procedure-store.js';
import { TariffStore } from '../persistence/tariff-store.js';
import { announcedVersion } from './announced-version.js';
import type { CatalogueCode } from '../problems.js';

export interface AnnounceVersionCommand {
  readonly code: string;
  readonly version: number;
  readonly announcement: Announcement;
  readonly actor: string;
  readonly seen: number | undefined;
}

/** Announces a draft by decision: from `effectiveFrom` it is in force, and from now on it never changes (R14). */
@Injectable()
export class AnnounceVersion {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(TariffStore) private readonly tariffs: TariffStore,
    @Inject(DraftVersion) private readonly drafts: DraftVersion,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal PROCEDURE.NOT_A_DRAFT, PROCEDURE.NOT_READY, PROCEDURE.ANNOUNCEMENT_INVALID, PROCEDURE.REPEALED, RESOURCE.CHANGED */
  async execute(
    tx: Tx,
    { code, version: number, announcement, actor, seen }: AnnounceVersionCommand,
  ): Promise<VersionRecord> {
    const procedure = await this.procedures.lockSeen(tx, code, undefined);
    const draft = versionOf(procedure, number);
    if (seen !== undefined) assertVersion(draft.revision, seen);
    if (draft.announcement)
      throw new Refusal<CatalogueCode>('PROCEDURE.NOT_A_DRAFT', {
        procedure: code,
        version: number,
        ...draft.announcement,
      });
    const faults = announcementFaults(announcement, procedure, dayInVietnam(this.clock.now()));
    if (faults.length > 0) throw new Refusal<CatalogueCode>('PROCEDURE.ANNOUNCEMENT_INVALID', {}, faults);
    await this.assertReady(tx, procedure, draft);
    const version: VersionRecord = { ...draft, announcement, revision: draft.revision + 1 };
    await this.procedures.saveVersion(tx, code, version);
    await this.headlines.refresh(tx, code);
    const time = this.clock.now();
    tx.publish({
      contract: ProcedureVersionAnnouncedV1,
      key: code,
      data: announcedVersion(code, version, announcement),
      time,
    });
    tx.record({
      aggregate: `procedure:${code}`,
      at: time,
      actor,
      action: 'version-announced',
      detail: { version: number, ...announcement },
    });
    return version;
  }

  private async assertReady(tx: Tx, { code, repeal }: ProcedureRecord, draft: VersionRecord): Promise<void> {
    if (repeal) throw new Refusal<CatalogueCode>('PROCEDURE.REPEALED', { procedure: code, ...repeal });
    const questions: Fault[] = unanswered(draft.openQuestions).map(({ pointer, code: question, question: detail }) => ({
      pointer,
      code: question,
      detail,
    }));
    const faults = versionFaults(draft.definition, await this.drafts.surroundings(tx, draft.definition));
    const tariff = await this.tariffs.find(code, tx);
    const fees: Fault[] = (tariff?.lines ?? []).flatMap(({ amount, name }, at) =>
      amount === null
        ? [
            {
              pointer: `/tariff/lines/${at}/amount`,
              code: 'FEE_NOT_SET',
              detail: { vi: `Chưa có mức thu: ${name}.`, en: `The amount is not set: ${name}.` },
            },
          ]
        : [],
    );
    if (questions.length + faults.length + fees.length === 0) return;
    throw new Refusal<CatalogueCode>(
      'PROCEDURE.NOT_READY',
      { procedure: code, version: draft.version, openQuestions: questions.length },
      [...questions, ...faults, ...fees],
      {
        vi: 'Bản thảo còn câu hỏi chưa trả lời hoặc còn thiếu, nên chưa công bố được.',
        en: 'The draft has questions without an answer, or lacks something, and cannot be announced yet.',
      },
    );
  }
}
