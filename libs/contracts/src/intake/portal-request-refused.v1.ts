import { AnyInstant, AnyText, OneOf, Uuid } from '@motcua/fields';
import { PORTAL_REQUESTS, type PortalRequest } from '../shared/vocabulary.js';

/**
 * What the national portal handed over was not done, by intake's own checks; an officer looks. Key: dossierId. Producer:
 * dossier-intake.
 */
export class PortalRequestRefusedV1 {
  static readonly type = 'vn.motcua.dossier.portal-request-refused.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @OneOf(PORTAL_REQUESTS) readonly request!: PortalRequest;
  /** The portal's id of a supplement or withdrawal; null for the dossier itself. */
  @AnyText({ nullable: true }) readonly requestId!: string | null;
  /** Code of the refusal, such as `DOSSIER.PROCEDURE_NOT_IN_FORCE`. */
  @AnyText() readonly code!: string;
  @AnyInstant() readonly at!: string;
}
