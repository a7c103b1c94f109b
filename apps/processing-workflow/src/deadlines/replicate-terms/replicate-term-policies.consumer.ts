import { Controller } from '@nestjs/common';
import { PolicyChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { forgetTermPolicy, keepTermPolicies } from './term-policies.js';

/** The policies that shorten terms (R17). */
@Controller()
export class ReplicateTermPolicies {
  @On(PolicyChangedV1)
  async replicate({ data }: EventEnvelope<PolicyChangedV1>, { tx }: EventContext): Promise<void> {
    const { code, revision, kind, basisPoints, validFrom, validTo, scope } = data;
    const { fields, procedures } = scope;
    if (kind === 'term')
      await keepTermPolicies(tx, [{ code, revision, basisPoints, validFrom, validTo, fields, procedures }]);
    else await forgetTermPolicy(tx, { code, revision });
  }
}
