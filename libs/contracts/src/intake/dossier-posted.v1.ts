import { AnyInstant, AnyText, Uuid, Whole } from '@motcua/fields';

/** The postal service has taken the order to bring the result to the applicant. Key: dossierId. Producer: dossier-intake. */
export class DossierPostedV1 {
  static readonly type = 'vn.motcua.dossier.posted.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyText() readonly trackingNumber!: string;
  /** What the post collects at the door, in đồng: its own money. Null where it does not say. */
  @Whole({ nullable: true }) readonly postage!: number | null;
  @AnyInstant() readonly postedAt!: string;
}
