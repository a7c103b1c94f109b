import { Inject, Injectable } from '@nestjs/common';
import { ENDED } from '@motcua/dossier-domain';
import { CLOCK, type Clock, type Language, withOffset } from '@motcua/kernel';
import { type Actor, couldReach, Database, refsOfHolder, SealingConfig } from '@motcua/platform';
import { mayCompare, ownsStore } from '../applicant-store/may-open-store.js';
import { type ReusablePaper, papersNotAskedAgain } from '../applicant-store/not-asked-again.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { currentRevision } from '../catalogue/catalogue-snapshot.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { type DossierParts, NO_PARTS, readParts } from '../persistence/dossier-parts.js';
import { similarDossiers } from '../persistence/similar-dossiers.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { belongingOf, type FoundDossier } from '../persistence/found-dossier.js';
import { type FormData, openForm } from '../persistence/stored-form.js';
import { consentedToReuse } from '../on-behalf/office-request.js';
import { actionsOf } from '../change/actions-of-caller.js';
import { differenceNow } from '../change/difference-now.js';
import { quoteOf } from './quote.js';
import { draftEndsAt } from '../change/worked-on.js';
import { IntakeConfig } from '../intake.config.js';
import { type DossierDocument, incompleteness, toView } from './to-view.js';

export interface Reading {
  readonly language: Language;
  readonly at: Temporal.Instant;
  /** Who is shown what the store holds of a draft's missing components, where it is the reader's own. */
  readonly reader?: Actor;
}

/** Shows dossiers whole, a draft with what it still lacks. */
@Injectable()
export class DossierViews {
  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
    private readonly procedures: Procedures,
    private readonly forms: FormChecker,
    private readonly catalogue: Catalogue,
    private readonly config: IntakeConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(found: FoundDossier, reading: Omit<Reading, 'at'>): Promise<DossierDocument> {
    const row = found.dossier;
    const parts = (await readParts(this.database, [row.id])).get(row.id) ?? NO_PARTS;
    const now = this.clock.now();
    const similar = await this.similarFor(found, reading.reader, now);
    const atSubmission = await this.procedures.version(row.procedureCode, row.procedureVersion);
    if (row.status !== 'draft') {
      const view = this.shown(found, parts, reading.reader, now);
      // Before the acceptance the officer sees what has changed since (R14).
      if (row.acceptedAt !== null || ENDED.has(row.status)) return view;
      const facts = {
        dossier: row,
        circumstances: await this.circumstances(row),
        version: atSubmission,
        form: this.form,
      };
      return { ...view, ...similar, versionDifference: differenceNow(facts, now) };
    }
    const circumstances = await this.circumstances(row);
    const version = circumstances.inForce(now) ?? atSubmission;
    const papers = await this.papersFor(found, reading.reader, now);
    const quote = quoteOf({ dossier: row, circumstances, form: this.form }, version, now);
    return { ...this.lacking(found, parts, version, papers, { ...reading, at: now }), ...similar, quote };
  }

  private readonly form = ({ formData }: DossierRow): FormData => openForm(formData, this.sealing.sealingKey);

  /** Until the acceptance, for officers and for whose they are: that someone names a number shows nobody else's dossiers. */
  private async similarFor(
    { dossier }: FoundDossier,
    reader: Actor | undefined,
    now: Temporal.Instant,
  ): Promise<Pick<DossierDocument, 'similar'>> {
    const isOpen = dossier.acceptedAt === null && !ENDED.has(dossier.status);
    if (!isOpen || !reader || !mayCompare(reader, dossier)) return {};
    return { similar: (await similarDossiers(this.database, [dossier], now)).get(dossier.id) ?? [] };
  }

  /** What the store of its applicant holds, for whom it is, or for the office with the applicant's consent. */
  private async papersFor(
    found: FoundDossier,
    reader: Actor | undefined,
    now: Temporal.Instant,
  ): Promise<ReusablePaper[] | null> {
    const { dossier: row } = found;
    if (reader === undefined) return null;
    if (ownsStore(reader, row)) return papersNotAskedAgain(this.database, refsOfHolder(reader, row.applicantRef), now);
    return consentedToReuse(row) && couldReach(reader, 'dossier.submit', belongingOf(found))
      ? papersNotAskedAgain(this.database, [row.applicantRef], now)
      : null;
  }

  private async circumstances({ procedureCode, ...row }: DossierRow): Promise<Circumstances> {
    const agencies = [row.receivingAgency, row.competentAgency];
    const revision = await currentRevision(this.database);
    const [known] = await this.catalogue.circumstances(this.database, revision, [
      { procedure: procedureCode, agencies },
    ]);
    if (!known) throw new Error('each that asks has its circumstances');
    return known;
  }

  /** @param reader who is told what they may do; nothing where nobody asks */
  shown(found: FoundDossier, parts: DossierParts, reader: Actor | undefined, now: Temporal.Instant): DossierDocument {
    const view = toView(found.dossier, parts, this.sealing.sealingKey);
    return { ...view, allowedActions: reader ? actionsOf({ ...found, ...parts }, { actor: reader, now }) : [] };
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
    const { reader } = reading;
    const own = reader && ownsStore(reader, found.dossier) ? papers : null;
    const quote = quoteOf({ dossier: found.dossier, circumstances, form: this.form }, version, reading.at);
    return { ...this.lacking(found, parts, version, own, reading), quote };
  }

  /** @param papers what the applicant's store holds; null where the reader may not reuse it */
  private lacking(
    found: FoundDossier,
    parts: DossierParts,
    version: AnnouncedVersion,
    papers: readonly ReusablePaper[] | null,
    { language, reader, at }: Reading,
  ): DossierDocument {
    const row = found.dossier;
    const view = this.shown(found, parts, reader, at);
    const changed =
      version.version === row.procedureVersion ? null : { from: row.procedureVersion, to: version.version };
    const endsAt = draftEndsAt(row, this.config.draftDays);
    const lacks = {
      ...incompleteness(row, parts, version, this.forms.check(version, view.formData), language),
      versionChange: changed,
      draftEndsAt: endsAt && withOffset(endsAt),
    };
    if (papers === null) return { ...view, ...lacks };
    const reusable = papers
      .filter(({ component }) => lacks.missing?.includes(component))
      .map(({ issuedAt, owner: _, ...paper }) => ({ ...paper, issuedAt: withOffset(issuedAt) }));
    return { ...view, ...lacks, reusable };
  }
}
