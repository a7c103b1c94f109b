import { Controller } from '@nestjs/common';
import { AgencyChangedV1, type Plain } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

const keepAgencies = copiesIn(
  rowTable<Required<Plain<AgencyChangedV1>>>('agency_copy', {
    code: 'key',
    legacyCode: 'plain',
    name: 'plain',
    level: 'plain',
    kind: 'plain',
    parent: 'plain',
    ancestors: 'plain',
    calendar: 'plain',
    address: 'plain',
    phone: 'plain',
    active: 'plain',
    revision: 'plain',
    successors: 'plain',
  }),
  'revision',
);

@Controller()
export class ReplicateAgencies {
  @On(AgencyChangedV1)
  async replicate({ data }: EventEnvelope<AgencyChangedV1>, { tx }: EventContext): Promise<void> {
    // Absent in events of earlier releases.
    const absent = { kind: data.kind ?? ('administrative' as const), successors: data.successors ?? [] };
    await keepAgencies(tx, [Object.assign({}, data, absent)]);
  }
}
