import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, Refusal } from '@motcua/kernel';
import { PolicyChangedV1 } from '@motcua/contracts';
import { assertVersion, type Tx } from '@motcua/platform';
import { policyFaults, type PolicyRecord } from '@motcua/catalogue-domain';
import { PolicyStore } from '../persistence/policy-store.js';
import type { CatalogueCode } from '../problems.js';

export interface MaintainPolicyCommand extends Omit<PolicyRecord, 'revision'> {
  readonly actor: string;
  readonly seen: number | undefined;
}

const KNOWN = `
  SELECT ARRAY(SELECT code FROM field WHERE code = ANY ($1)) AS fields, ARRAY(SELECT code FROM procedure WHERE code = ANY ($2)) AS procedures,
    ARRAY(SELECT code FROM agency WHERE code = ANY ($3)) AS agencies`;

/** Creates or replaces a reduction of fees or of terms (R17). */
@Injectable()
export class MaintainPolicy {
  constructor(
    @Inject(PolicyStore) private readonly policies: PolicyStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal POLICY.INVALID, RESOURCE.CHANGED, REQUEST.PRECONDITION_REQUIRED */
  async execute(tx: Tx, { actor, seen, ...wanted }: MaintainPolicyCommand): Promise<PolicyRecord> {
    const { fields, procedures, agencies } = wanted.scope;
    const [known] = await tx.query<Record<'fields' | 'procedures' | 'agencies', string[]>>(KNOWN, [
      fields ?? [],
      procedures ?? [],
      agencies ?? [],
    ]);
    const faults = policyFaults(wanted, {
      fields: new Set(known?.fields),
      procedures: new Set(known?.procedures),
      agencies: new Set(known?.agencies),
    });
    if (faults.length > 0) throw new Refusal<CatalogueCode>('POLICY.INVALID', {}, faults);
    assertVersion((await this.policies.find(wanted.code, tx))?.revision, seen);
    const policy: PolicyRecord = { ...wanted, revision: (seen ?? 0) + 1 };
    if (!(await this.policies.save(tx, policy)))
      assertVersion((await this.policies.find(wanted.code, tx))?.revision, seen);
    const time = this.clock.now();
    tx.publish({ contract: PolicyChangedV1, key: policy.code, data: policy, time });
    tx.record({ aggregate: `policy:${policy.code}`, at: time, actor, action: 'policy-kept', detail: { ...policy } });
    return policy;
  }
}
