import { Refusal } from '@motcua/kernel';
import { Injectable } from '@nestjs/common';
import type { PortalDossierReceivedV1, Plain } from '@motcua/contracts';
import { missingComponents, variantOf } from '@motcua/dossier-domain';
import {
  type Answer,
  type CommandKind,
  created,
  identityHash,
  type LockingQueries,
  NotYetKnown,
  PlatformConfig,
  SealingConfig,
  sealText,
  sql,
} from '@motcua/platform';
import type { IntakeCode } from '../problems.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { currentRevision } from '../catalogue/catalogue-snapshot.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { DossierAggregate } from '../change/dossier-aggregate.js';
import type { DossierChange } from '../change/dossier-change.js';
import { newDraft } from '../change/new-draft.js';
import type { DeliveredApplicant } from './delivered-applicant.js';
import { NO_STORED_PARTIES } from '../persistence/parties.js';
import { sealForm, type StoredForm } from '../persistence/stored-form.js';
import { deliveredFile } from './delivered-file.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

interface TakeInFacts {
  readonly circumstances: Circumstances;
  /** The applicant's number as it may be stored. */
  readonly identity: { readonly ref: string; readonly sealed: string };
  /** Sealed: the portal sends no form. */
  readonly emptyForm: StoredForm;
  /** Another dossier has the portal's code already. */
  readonly portalCodeTaken: boolean;
}

interface TakeInDossier {
  readonly delivered: Plain<PortalDossierReceivedV1>;
  readonly applicant: DeliveredApplicant;
}

/** The portal does not say which case it is: the first whose papers are all there, else the first. */
function variantFor(version: AnnouncedVersion, attached: readonly string[]): string {
  const complete = version.variants.find(({ code }) => {
    const variant = variantOf(decided(version), code);
    return variant !== undefined && missingComponents(variant, attached).length === 0;
  });
  return (complete ?? version.variants[0])?.code ?? '';
}

/** A dossier that a citizen submitted at the national portal begins here, whatever it lacks. @rule R22 */
@Injectable()
export class TakeInDossierKind implements CommandKind<TakeInDossier, TakeInFacts, DossierChange, null> {
  constructor(
    readonly aggregate: DossierAggregate,
    private readonly catalogue: Catalogue,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
  ) {}

  about({ delivered }: TakeInDossier): string {
    return `dossier/${delivered.dossierId}`;
  }

  async facts(queries: LockingQueries, commands: readonly TakeInDossier[]): Promise<(TakeInFacts | undefined)[]> {
    const revision = await currentRevision(queries);
    const known = await this.catalogue.circumstances(
      queries,
      revision,
      commands.map(({ delivered: { procedureCode, agency } }) => ({ procedure: procedureCode, agencies: [agency] })),
    );
    const codes = commands.map(({ delivered }) => delivered.portalCode);
    const taken = await queries.query<{ portalCode: string; id: string }>(
      sql`SELECT portal_code AS "portalCode", id FROM dossier WHERE portal_code = ANY (${codes})`,
    );
    return commands.map(({ delivered, applicant: { identity } }, index) => {
      const circumstances = known[index];
      const ref = identityHash(this.platform.identityKey, identity.type, identity.number);
      return (
        circumstances && {
          circumstances,
          emptyForm: sealForm({}, this.sealing.sealingKey),
          identity: { ref, sealed: sealText(this.sealing.sealingKey, identity.number) },
          portalCodeTaken: taken.some(
            ({ portalCode, id }) => portalCode === delivered.portalCode && id !== delivered.dossierId,
          ),
        }
      );
    });
  }

  decide(
    { circumstances, identity, emptyForm, portalCodeTaken }: TakeInFacts,
    { delivered, applicant }: TakeInDossier,
    now: Temporal.Instant,
  ): DossierChange {
    const { dossierId, procedureCode, agency, portalCode, deliveryMethod, files } = delivered;
    // An office has typed it: told, and not tried for ever.
    if (portalCodeTaken) throw new Refusal<IntakeCode>('DOSSIER.PORTAL_CODE_TAKEN', { portalCode });
    // The portal's service has heard of both: they are on their way here.
    if (circumstances.closed(now)?.reason === 'unknown') throw new NotYetKnown(`procedure ${procedureCode}`);
    const receiving = circumstances.openAgency(agency) ?? circumstances.agency(agency);
    if (!receiving) throw new NotYetKnown(`agency ${agency}`);
    const version = openProcedureOf(procedureCode, circumstances, now);
    const competent = version.competentAgencies;
    const decides =
      competent === null || [receiving.code, ...receiving.succeeds].some((code) => competent.includes(code))
        ? receiving.code
        : (competent[0] ?? receiving.code);
    const { kind, identity: given, fullName, phone, email, address, deliveryAddress } = applicant;
    const fields = {
      procedureCode: version.code,
      procedureVersion: version.version,
      procedureName: version.name,
      variant: variantFor(
        version,
        files.map(({ component }) => component),
      ),
      channel: 'online' as const,
      submissionAgency: null,
      receivingAgency: receiving.code,
      competentAgency: decides,
      applicantRef: identity.ref,
      applicant: { kind, identityType: given.type, identityNumber: identity.sealed, fullName, phone, email, address },
      // The portal names nobody beside the applicant.
      ...NO_STORED_PARTIES,
      delivery: { method: deliveryMethod, address: deliveryAddress },
      formData: emptyForm,
      // The portal does not tell of any.
      exemptions: [],
      language: 'vi' as const,
      portalCode,
      assisted: false,
      holderAgency: receiving.code,
    };
    const after = newDraft(dossierId, fields, NATIONAL_PORTAL.subject, now);
    const detail = {
      procedureCode: version.code,
      channel: 'online',
      receivingAgency: receiving.code,
      competentAgency: decides,
      portalCode,
    };
    return {
      before: null,
      after,
      at: now,
      actor: NATIONAL_PORTAL.subject,
      facts: [{ action: 'drafted', detail }],
      filesAdded: files.map((file) => deliveredFile(dossierId, null, now, file)),
    };
  }

  answer(): Answer<null> {
    return created(null);
  }
}
