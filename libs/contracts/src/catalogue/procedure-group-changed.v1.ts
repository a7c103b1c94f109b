import { AnyListOf, AnyText, Count, Flag } from '@motcua/fields';
import { GroupStep } from './group-step.js';

/**
 * Procedures that are applied for together (liên thông), after a change: in the order in which they are decided. Key: code of
 * the group. Producer: procedure-catalogue.
 */
export class ProcedureGroupChangedV1 {
  static readonly type = 'vn.motcua.group.changed.v1';
  static readonly topic = 'motcua.group';
  static readonly snapshot = true;

  @AnyText() readonly code!: string;
  @AnyText() readonly name!: string;
  @AnyText() readonly legalBasis!: string;
  /** False: no new dossiers are taken as a group. */
  @Flag() readonly active!: boolean;
  @AnyListOf(() => GroupStep) readonly steps!: readonly GroupStep[];
  @Count() readonly revision!: number;
}
