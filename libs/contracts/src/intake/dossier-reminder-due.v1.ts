import { AnyInstant, AnyText, Count, OneOf, Uuid, Whole } from '@motcua/fields';
import { AWAITING, type Awaiting } from '../shared/vocabulary.js';

/** The applicant has not paid or fetched yet, and is reminded. Key: dossierId. Producer: dossier-intake. */
export class DossierReminderDueV1 {
  static readonly type = 'vn.motcua.dossier.reminder-due.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @OneOf(AWAITING) readonly awaited!: Awaiting;
  @Count() readonly number!: number;
  /** In đồng. */
  @Whole() readonly owed!: number;
  /** When the dossier ends unless it is paid; null where it does not end by itself. */
  @AnyInstant({ nullable: true }) readonly endsAt!: string | null;
  /** The office where the result lies, where that is another than the receiving one; older events lack it. */
  @AnyText({ optional: true, nullable: true }) readonly collectAt?: string | null;
}
