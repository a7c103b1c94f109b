import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@motcua/kernel';
import { Database, SealingConfig, type Tx } from '@motcua/platform';
import { FormChecker } from '../catalogue/form-checker.js';
import { Procedures } from '../catalogue/procedures.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { readParts } from './dossier-parts.js';
import { type DossierDocument, incompleteness, toView } from './to-view.js';

/** Shows dossiers whole, a draft with what it still lacks. */
@Injectable()
export class DossierViews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SealingConfig) private readonly sealing: SealingConfig,
    @Inject(Procedures) private readonly procedures: Procedures,
    @Inject(FormChecker) private readonly forms: FormChecker,
  ) {}

  async of(row: DossierRow, language: Language, queries: Pick<Tx, 'query'> = this.database): Promise<DossierDocument> {
    const parts = await readParts(queries, row.id, row.holderAgency);
    const view = toView(row, parts, this.sealing.sealingKey);
    if (row.status !== 'draft') return view;
    const version = await this.procedures.version(row.procedureCode, row.procedureVersion, queries);
    return { ...view, ...incompleteness(row, parts, version, this.forms.check(version, row.formData), language) };
  }
}
