import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK } from '@motcua/kernel';
import { TariffChangedV1 } from '@motcua/contracts';
import { canonicalJson, type Tx } from '@motcua/platform';
import { FieldStore } from '../persistence/field-store.js';
import { HeadlineStore } from '../persistence/headline-store.js';
import {
  dayInVietnam,
  type VersionRecord,
  decideImport,
  type ImportedDraft,
  type ImportResult,
  refused,
  readItem,
} from '@motcua/catalogue-domain';
import { ProcedureStore } from '../persistence/procedure-store.js';
import { TariffStore } from '../persistence/tariff-store.js';
import { ResolveNames } from './resolve-names.js';

export interface ImportCommand {
  readonly items: readonly unknown[];
  readonly dryRun: boolean;
  readonly actor: string;
}

// Two imports that name the same procedures in another order would wait for each other in a circle.
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('catalogue.import', 0))`;

const TARIFF_KEPT = {
  vi: 'Thủ tục đã có biểu phí, lệ phí: mức thu của lần nhập này không được lấy.',
  en: 'The procedure has a tariff: the fees of this import were not taken.',
};

/** Makes drafts of procedures in the national portal's forms. A bad item is refused, and the rest imported. */
@Injectable()
export class ImportProcedures {
  constructor(
    @Inject(ProcedureStore) private readonly procedures: ProcedureStore,
    @Inject(ResolveNames) private readonly resolve: ResolveNames,
    @Inject(FieldStore) private readonly fields: FieldStore,
    @Inject(TariffStore) private readonly tariffs: TariffStore,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, { items, dryRun, actor }: ImportCommand): Promise<ImportResult[]> {
    if (!dryRun) await tx.query(ONE_AT_A_TIME);
    const results: ImportResult[] = [];
    const seen = new Map<string, string>();
    for (const [index, item] of items.entries()) {
      const read = readItem(item, `/items/${index}`);
      if (!read.draft) {
        results.push(refused(index, read.code, read.faults));
        continue;
      }
      const { code } = read.draft;
      const hash = createHash('sha256').update(canonicalJson(item)).digest('hex');
      const before = seen.get(code);
      if (before !== undefined && before !== hash) {
        const detail = {
          vi: `Mã ${code} có hai lần trong yêu cầu, nội dung khác nhau.`,
          en: `${code} comes twice in the request, with different contents.`,
        };
        results.push(refused(index, code, [{ pointer: `/items/${index}`, code: 'CODE_TWICE', detail }]));
        continue;
      }
      seen.set(code, hash);
      results.push(await this.one(tx, { index, draft: read.draft, hash, actor, dryRun }));
    }
    return results;
  }

  private async one(tx: Tx, { index, draft, hash, actor, dryRun }: Item): Promise<ImportResult> {
    const { code, remarks } = draft;
    const procedure = await this.procedures.lock(tx, code);
    const decision = decideImport(procedure, hash, draft.definition);
    if (decision.outcome === 'refused')
      return refused(index, code, [{ pointer: `/items/${index}`, ...decision.fault }]);
    const { outcome, version: number } = decision;
    if (outcome === 'unchanged') return { index, code, outcome, version: number, openQuestions: [], faults: [] };
    const definition = await this.resolve.execute(tx, draft);
    const announced = procedure?.versions.some(({ announcement }) => announcement !== null) ?? false;
    const keepsTariff = announced || (await this.tariffs.find(code, tx))?.imported === false;
    if (keepsTariff && draft.tariff !== undefined) remarks.note('TARIFF_KEPT', '/tariff', TARIFF_KEPT);
    const questions = remarks.numbered();
    const result: ImportResult = {
      index,
      code,
      outcome,
      version: number,
      openQuestions: [...new Set(questions.map((question) => question.code))],
      faults: [],
    };
    if (dryRun) return result;
    const before = (procedure ?? (await this.procedures.lockOrCreate(tx, code))).versions.find(
      ({ version }) => version === number,
    );
    const { field } = definition;
    if (field.code !== null && !(await this.fields.find(field.code, tx)))
      await this.fields.save(tx, field.code, field.name, undefined);
    const version: VersionRecord = {
      version: number,
      definition,
      openQuestions: questions,
      notes: remarks.notes,
      announcement: null,
      origin: 'imported',
      contentHash: hash,
      revision: (before?.revision ?? 0) + 1,
    };
    await this.procedures.saveVersion(tx, code, version);
    if (!keepsTariff) await this.tariff(tx, draft, actor);
    await this.headlines.refresh(tx, code);
    tx.record({
      aggregate: `procedure:${code}`,
      at: this.clock.now(),
      actor,
      action: 'version-imported',
      detail: { version: number, contentHash: hash },
    });
    return result;
  }

  /** Fees of an import become a tariff only where nobody has set one, and no dossier could be bound by it. */
  private async tariff(tx: Tx, { code, tariff, tariffFrom }: ImportedDraft, actor: string): Promise<void> {
    if (tariff === undefined) return;
    const before = await this.tariffs.find(code, tx);
    const time = this.clock.now();
    const validFrom = tariffFrom ?? dayInVietnam(time);
    const lines = tariff.map((line) => ({ ...line, validFrom }));
    const revision = (before?.revision ?? 0) + 1;
    await this.tariffs.save(tx, { procedure: code, revision, lines, imported: true });
    tx.publish({ contract: TariffChangedV1, key: code, data: { procedureCode: code, revision, lines }, time });
    tx.record({ aggregate: `tariff:${code}`, at: time, actor, action: 'tariff-imported', detail: { revision, lines } });
  }
}

interface Item {
  readonly index: number;
  readonly draft: ImportedDraft;
  readonly hash: string;
  readonly actor: string;
  readonly dryRun: boolean;
}
