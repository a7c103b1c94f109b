import { AnyText, Flag } from '@motcua/fields';
/**
 * How to reach an applicant, sealed for the services that may read it; erased by destroying the key. Key:
 * applicantRef. Producer: dossier-intake.
 */
export class ApplicantChangedV1 {
  static readonly type = 'vn.motcua.applicant.changed.v1';
  static readonly topic = 'motcua.applicant';
  static readonly snapshot = true;

  @AnyText() readonly applicantRef!: string;
  /** AES-256-GCM over JSON {fullName, email|null, phone|null, address|null, language}, in base64; `-` once erased. */
  @AnyText() readonly sealed!: string;
  /** The data key, wrapped, in base64; `-` once erased. */
  @AnyText() readonly wrappedKey!: string;
  @Flag() readonly erased!: boolean;
}
