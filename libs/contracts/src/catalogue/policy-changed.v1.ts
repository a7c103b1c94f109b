import { AnyText, BasisPoints, Count, Day, Nested, OneOf } from '@motcua/fields';
import { POLICY_KINDS, type PolicyKind } from '../shared/vocabulary.js';
import { Beneficiary } from './beneficiary.js';
import { PolicyScope } from './policy-scope.js';

/** A fee or term reduction, after a change (R17). Key: policy code. Producer: procedure-catalogue. */
export class PolicyChangedV1 {
  static readonly type = 'vn.motcua.policy.changed.v1';
  static readonly topic = 'motcua.policy';
  static readonly snapshot = true;

  @AnyText() readonly code!: string;
  @OneOf(POLICY_KINDS) readonly kind!: PolicyKind;
  @AnyText() readonly name!: string;
  @BasisPoints() readonly basisPoints!: number;
  @AnyText() readonly legalBasis!: string;
  @Day() readonly validFrom!: string;
  /** First day on which it no longer holds. */
  @Day({ nullable: true }) readonly validTo!: string | null;
  @Nested(() => PolicyScope) readonly scope!: PolicyScope;
  @Count() readonly revision!: number;
  /** Only for this category; null: for everybody. Absent in events of earlier releases. */
  @Nested(() => Beneficiary, { optional: true, nullable: true }) readonly beneficiary?: Beneficiary | null;
  /** Why this revision says otherwise what held on days that are over; null: it does not. Absent in events of earlier releases. */
  @AnyText({ optional: true, nullable: true }) readonly reason?: string | null;
}
