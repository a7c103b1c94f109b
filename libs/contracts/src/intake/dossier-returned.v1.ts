import { InstantText, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { RETURN_METHODS, type ReturnMethod } from '../shared/vocabulary.js';

/** The result reached the applicant. Key: dossierId. Producer: dossier-intake. */
export class DossierReturnedV1 {
  static readonly type = 'vn.motcua.dossier.returned.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly applicantRef!: string;
  @InstantText() readonly returnedAt!: string;
  @OneOf(RETURN_METHODS) readonly method!: ReturnMethod;
  @Nullable() @Text() readonly trackingNumber!: string | null;
  @Nested(() => OfficerReference) readonly returnedBy!: OfficerReference;
}
