import { AnyInstant, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { RETURN_METHODS, type ReturnMethod } from '../shared/vocabulary.js';

/** The result reached the applicant. Key: dossierId. Producer: dossier-intake. */
export class DossierReturnedV1 {
  static readonly type = 'vn.motcua.dossier.returned.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyInstant() readonly returnedAt!: string;
  @OneOf(RETURN_METHODS) readonly method!: ReturnMethod;
  @AnyText({ nullable: true }) readonly trackingNumber!: string | null;
  @Nested(() => OfficerReference) readonly returnedBy!: OfficerReference;
}
