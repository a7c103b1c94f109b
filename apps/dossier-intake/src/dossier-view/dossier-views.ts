import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Language, withOffset } from '@motcua/kernel';
import { type Actor, Database, SealingConfig, type Tx } from '@motcua/platform';
import { ownsStore } from '../applicant-store/may-open-store.js';
import { reusablePapers } from '../applicant-store/reusable-papers.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { Procedures } from '../catalogue/procedures.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { readParts } from '../persistence/dossier-parts.js';
import { type DossierDocument, incompleteness, toView } from './to-view.js';

/** Shows dossiers whole, a draft with what it still lacks. */
@Injectable()
export class DossierViews {
  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
    private readonly procedures: Procedures,
    private readonly forms: FormChecker,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param reader who is shown what the store holds of a draft's missing components, where it is the reader's own */
  async of(
    row: DossierRow,
    language: Language,
    queries: Pick<Tx, 'query'> = this.database,
    reader?: Actor,
  ): Promise<DossierDocument> {
    const parts = await readParts(queries, row.id, row.holderAgency);
    const view = toView(row, parts, this.sealing.sealingKey);
    if (row.status !== 'draft') return view;
    const version = await this.procedures.version(row.procedureCode, row.procedureVersion, queries);
    const lacks = incompleteness(row, parts, version, this.forms.check(version, row.formData), language);
    if (reader === undefined || !ownsStore(reader, row)) return { ...view, ...lacks };
    const papers = await reusablePapers(queries, row.applicantRef, lacks.missing ?? [], this.clock.now());
    const reusable = papers.map(({ issuedAt, ...paper }) => ({ ...paper, issuedAt: withOffset(issuedAt) }));
    return { ...view, ...lacks, reusable };
  }
}
