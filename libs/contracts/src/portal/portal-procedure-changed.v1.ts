import { AnyText, Count, Flag, JsonObject } from '@motcua/fields';

/**
 * The national portal says something else of a procedure than before, or lists it no more; the catalogue compares it with ours
 * (R14). Key: code. Producer: national-portal.
 */
export class PortalProcedureChangedV1 {
  static readonly type = 'vn.motcua.portal.procedure-changed.v1';
  static readonly topic = 'motcua.listing';
  static readonly snapshot = true;

  /** Ours, by the code map. */
  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  /** 1, and one more with each change at the portal. */
  @Count() readonly revision!: number;
  /** False: the portal's list has it no more. */
  @Flag() readonly listed!: boolean;
  /**
   * The procedure as the portal's LayThuTuc gave it last, every value a text, and the codes of procedure, field and agency
   * ours by the code maps.
   */
  @JsonObject() readonly item!: Readonly<Record<string, unknown>>;
}
