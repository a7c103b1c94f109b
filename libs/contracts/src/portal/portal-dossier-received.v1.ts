import { AnyInstant, AnyListOf, AnyText, Count, Flag, OneOf, Uuid } from '@motcua/fields';
import { ComponentFile } from '../shared/component-file.js';

import { SupplementItem } from '../shared/supplement-item.js';
import { RETURN_METHODS, type ReturnMethod } from '../shared/vocabulary.js';

/**
 * A citizen submitted a dossier at the national portal, or changed it there before its acceptance; intake is to take it in by
 * its own checks (R22). Key: dossierId. Producer: national-portal.
 */
export class PortalDossierReceivedV1 {
  static readonly type = 'vn.motcua.portal.dossier-received.v1';
  static readonly topic = 'motcua.portal';

  /** Under which intake shall keep it. */
  @Uuid() readonly dossierId!: string;
  @AnyText() readonly portalCode!: string;
  /** 1, and one more with each change at the portal. */
  @Count() readonly revision!: number;
  @AnyText() readonly procedureCode!: string;
  @AnyText() readonly agency!: string;
  @AnyInstant() readonly submittedAt!: string;
  /**
   * AES-256-GCM over JSON {kind, identity {type, number}, fullName, email|null, phone|null, address|null, deliveryAddress|null}, in
   * base64, as in `applicant.named`.
   */
  @AnyText() readonly sealed!: string;
  /** The data key, wrapped, in base64. */
  @AnyText() readonly wrappedKey!: string;
  @OneOf(RETURN_METHODS) readonly deliveryMethod!: ReturnMethod;
  @AnyListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
  /** Files that could not be taken, each with the reason that the applicant is told. */
  @AnyListOf(() => SupplementItem) readonly fileFaults!: readonly SupplementItem[];
  /** The applicant's account at the portal is one of the national identification (VNeID). */
  @Flag() readonly identified!: boolean;
}
