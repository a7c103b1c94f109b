import { AnyText, Flag, Uuid } from '@motcua/fields';
/**
 * Who the applicant of a dossier is, as the dossier says, sealed for the services that may read it; erased by destroying the
 * key. Key: dossierId. Producer: dossier-intake.
 */
export class ApplicantNamedV1 {
  static readonly type = 'vn.motcua.applicant.named.v1';
  static readonly topic = 'motcua.applicant';
  static readonly snapshot = true;

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly applicantRef!: string;
  /**
   * AES-256-GCM over JSON {kind, identity {type, number}, fullName, email|null, phone|null, address|null, deliveryAddress|null,
   * coApplicants [{identity, fullName, phone|null, address|null}], authorisedPerson (as those, authorisation, powers)|null}, in base64; `-` once erased.
   */
  @AnyText() readonly sealed!: string;
  /** The data key, wrapped, in base64; `-` once erased. */
  @AnyText() readonly wrappedKey!: string;
  @Flag() readonly erased!: boolean;
}
