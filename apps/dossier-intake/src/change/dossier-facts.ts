import type { DossierRow } from '../persistence/dossier-row.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Parties } from '@motcua/dossier-domain';
import type { Fault } from '@motcua/kernel';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type LockingQueries, openText, PlatformConfig, type Queries, SealingConfig, sealText } from '@motcua/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import { currentRevision } from '../catalogue/catalogue-snapshot.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { type DossierParts, NO_PARTS, readParts } from '../persistence/dossier-parts.js';
import { findDossier, type FoundDossier, lockDossiers } from '../persistence/found-dossier.js';
import { openParties } from '../persistence/parties.js';
import { type FormData, openForm, sealForm, type StoredForm } from '../persistence/stored-form.js';
import { contactFingerprint } from './applicant-contact.js';

/** A dossier, what belongs to it, and the version of the procedure that it is under (R14). */
export interface SeenDossier extends FoundDossier, DossierParts {
  readonly version: AnnouncedVersion;
}

/** What a decision about a dossier is made from: the dossier, locked, with all that belongs to it and bears on it. */
export interface DossierFacts extends SeenDossier {
  /** The catalogue, for the procedure and the agencies of the dossier. */
  readonly circumstances: Circumstances;
  /** What the form schema of a version finds wrong with form data. */
  formFaults(version: AnnouncedVersion, formData: FormData): Fault[];
  /** The applicant's identity number, which lies sealed. */
  identityNumber(): string;
  /** Who has a part in it beside its applicant, opened. */
  parties(): Parties;
  /** What its form says, opened; of the dossier as it is or is to be. */
  form(dossier?: DossierRow): FormData;
  /** Form data as it may be stored. */
  sealedForm(form: FormData): StoredForm;
  /** Personal data as it may be stored. */
  sealed(text: string): string;
  /** Keyed hash of the applicant's contact, of the dossier as it is or is to be. */
  contact(dossier?: DossierRow): string;
}

/** Reads the facts of many dossiers together, the locks first. */
@Injectable()
export class DossierFactsOf {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly procedures: Procedures,
    private readonly forms: FormChecker,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  /** One dossier outside of a command: nothing is locked, and all may have changed a moment later. */
  async look(queries: Queries, id: string): Promise<SeenDossier | undefined> {
    const [found, parts] = await Promise.all([findDossier(queries, id), readParts(queries, [id])]);
    if (!found) return undefined;
    const [known] = await this.catalogue.circumstances(queries, await currentRevision(queries), [askedBy(found)]);
    const version = await this.versionOf(found, known, queries);
    return { ...found, ...(parts.get(id) ?? NO_PARTS), version };
  }

  /** In the order of the ids; undefined where there is no such dossier, or another has it locked. */
  async read(queries: LockingQueries, ids: readonly string[]): Promise<(DossierFacts | undefined)[]> {
    const [found, revision, parts] = await Promise.all([
      lockDossiers(queries, ids),
      currentRevision(queries),
      readParts(queries, ids),
    ]);
    const circumstances = await this.catalogue.circumstances(queries, revision, found.map(askedBy));
    const facts = await Promise.all(
      found.map(async (one, index): Promise<[string, DossierFacts]> => {
        const { dossier } = one;
        const known = circumstances[index];
        if (!known) throw new Error('each that asks has its circumstances');
        const version = await this.versionOf(one, known, queries);
        return [dossier.id, this.facts(one, parts.get(dossier.id) ?? NO_PARTS, known, version)];
      }),
    );
    const byId = new Map(facts);
    return ids.map((id) => byId.get(id));
  }

  /** A draft is under the version in force, whenever it was begun; what was submitted is under that of its submission. @rule R14 */
  private async versionOf(
    { dossier: { status, procedureCode, procedureVersion } }: FoundDossier,
    known: Circumstances | undefined,
    queries: Queries,
  ): Promise<AnnouncedVersion> {
    const inForce = status === 'draft' ? known?.inForce(this.clock.now()) : null;
    return inForce ?? this.procedures.version(procedureCode, procedureVersion, queries);
  }

  private facts(
    found: FoundDossier,
    parts: DossierParts,
    circumstances: Circumstances,
    version: AnnouncedVersion,
  ): DossierFacts {
    const { dossier } = found;
    return {
      ...found,
      ...parts,
      circumstances,
      version,
      formFaults: (asked, formData) => this.forms.check(asked, formData),
      identityNumber: () => openText(this.sealing.sealingKey, dossier.applicant.identityNumber),
      parties: () => openParties(dossier.parties, this.sealing.sealingKey),
      form: (asked = dossier) => openForm(asked.formData, this.sealing.sealingKey),
      sealedForm: (form) => sealForm(form, this.sealing.sealingKey),
      sealed: (text) => sealText(this.sealing.sealingKey, text),
      contact: (asked = dossier) => contactFingerprint(this.platform.identityKey, asked),
    };
  }
}

export const askedBy = ({ dossier }: FoundDossier) => ({
  procedure: dossier.procedureCode,
  agencies: [dossier.receivingAgency, dossier.competentAgency, dossier.submissionAgency].filter(
    (code) => code !== null,
  ),
});
