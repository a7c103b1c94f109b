import { AnyInstant, AnyListOf, AnyText, Count, Flag, OrdinalList, Uuid } from '@motcua/fields';
import { SupplementItem } from '../shared/supplement-item.js';

/**
 * The applicant gave a part of what was asked; the request stays open, and its deadline stays (R9). Key: dossierId.
 * Producer: dossier-intake.
 */
export class DossierSupplementPartGivenV1 {
  static readonly type = 'vn.motcua.dossier.supplement-part-given.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly givenAt!: string;
  @Flag() readonly afterAcceptance!: boolean;
  /** Numbers of the items of the request that are there with this part, the first item is 1. */
  @OrdinalList({ min: 1 }) readonly items!: readonly number[];
  @AnyListOf(() => SupplementItem) readonly missing!: readonly SupplementItem[];
}
