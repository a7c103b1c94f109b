import { AnyInstant, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';
import { BAG_CONTENTS, type BagContents } from '../shared/vocabulary.js';

/**
 * Papers or the result of a dossier were lost on the way between two offices; the office that answers for them says so.
 * Key: dossierId. Producer: dossier-intake.
 */
export class DossierPapersLostV1 {
  static readonly type = 'vn.motcua.dossier.papers-lost.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @OneOf(BAG_CONTENTS) readonly contents!: BagContents;
  /** The office that answers for them. */
  @AnyText() readonly agency!: string;
  @AnyText() readonly reason!: string;
  @AnyInstant() readonly lostAt!: string;
  @Nested(() => OfficerReference) readonly declaredBy!: OfficerReference;
}
