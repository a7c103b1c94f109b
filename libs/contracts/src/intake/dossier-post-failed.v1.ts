import { AnyInstant, AnyText, Uuid } from '@motcua/fields';

/**
 * The post could not bring the result, or does not take the order: the result waits at the counter. Key: dossierId. Producer:
 * dossier-intake.
 */
export class DossierPostFailedV1 {
  static readonly type = 'vn.motcua.dossier.post-failed.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  /** Null where the post did not take the order. */
  @AnyText({ nullable: true }) readonly trackingNumber!: string | null;
  @AnyInstant() readonly failedAt!: string;
  /** The office where the result lies, where that is another than the receiving one; older events lack it. */
  @AnyText({ optional: true, nullable: true }) readonly collectAt?: string | null;
}
