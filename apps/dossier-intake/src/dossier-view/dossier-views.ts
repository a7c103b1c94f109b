import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Language, withOffset } from '@motcua/kernel';
import { type Actor, Database, refsOfHolder, SealingConfig } from '@motcua/platform';
import { ownsStore } from '../applicant-store/may-open-store.js';
import { type ReusablePaper, reusablePapers } from '../applicant-store/reusable-papers.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { type DossierParts, readParts } from '../persistence/dossier-parts.js';
import type { FoundDossier } from '../persistence/found-dossier.js';
import { allowedActionsFor } from './allowed-actions.js';
import { type DossierDocument, incompleteness, toView } from './to-view.js';

export interface Reading {
  readonly language: Language;
  readonly at: Temporal.Instant;
  /** Who is shown what the store holds of a draft's missing components, where it is the reader's own. */
  readonly reader?: Actor;
}

const NOTHING: DossierParts = { holderName: null, files: [], supplements: [], results: [] };

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

  async of(found: FoundDossier, reading: Omit<Reading, 'at'>): Promise<DossierDocument> {
    const row = found.dossier;
    const parts = (await readParts(this.database, [row.id])).get(row.id) ?? NOTHING;
    if (row.status !== 'draft') return this.shown(found, parts, reading.reader);
    const version = await this.procedures.version(row.procedureCode, row.procedureVersion);
    const owners = reading.reader ? refsOfHolder(reading.reader, row.applicantRef) : [];
    const papers = await reusablePapers(this.database, owners, this.clock.now());
    return this.lacking(found, parts, version, papers, reading);
  }

  /** @param reader who is told what they may do; nothing where nobody asks */
  shown(found: FoundDossier, parts: DossierParts, reader?: Actor): DossierDocument {
    const view = toView(found.dossier, parts, this.sealing.sealingKey);
    return { ...view, allowedActions: reader ? allowedActionsFor(reader, found) : [] };
  }

  /** A draft that was just checked. */
  draft(
    found: FoundDossier,
    parts: DossierParts,
    { circumstances, papers }: { readonly circumstances: Circumstances; readonly papers: readonly ReusablePaper[] },
    reading: Reading,
  ): DossierDocument {
    const version = circumstances.inForce(reading.at);
    if (!version) throw new Error('a draft that was just checked has its version');
    return this.lacking(found, parts, version, papers, reading);
  }

  /** @param papers what the applicant's store holds, if the reader may reuse it */
  private lacking(
    found: FoundDossier,
    parts: DossierParts,
    version: AnnouncedVersion,
    papers: readonly ReusablePaper[],
    { language, reader }: Omit<Reading, 'at'>,
  ): DossierDocument {
    const row = found.dossier;
    const view = this.shown(found, parts, reader);
    const lacks = incompleteness(row, parts, version, this.forms.check(version, row.formData), language);
    if (reader === undefined || !ownsStore(reader, row)) return { ...view, ...lacks };
    const reusable = papers
      .filter(({ component }) => lacks.missing?.includes(component))
      .map(({ issuedAt, owner: _, ...paper }) => ({ ...paper, issuedAt: withOffset(issuedAt) }));
    return { ...view, ...lacks, reusable };
  }
}
