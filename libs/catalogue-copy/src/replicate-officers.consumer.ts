import { Controller } from '@nestjs/common';
import { OfficerChangedV1 } from '@motcua/contracts';
import { copiesIn, type EventContext, type EventEnvelope, On, rowTable } from '@motcua/platform';

interface OfficerCopy {
  readonly subject: string;
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  readonly absentFrom: string | null;
  readonly absentUntil: string | null;
  readonly deputy: string | null;
  readonly revision: number;
}

const saveOfficers = copiesIn(
  rowTable<OfficerCopy>('officer_copy', {
    subject: 'key',
    agencies: 'plain',
    roles: 'plain',
    absentFrom: 'plain',
    absentUntil: 'plain',
    deputy: 'plain',
    revision: 'plain',
  }),
  'revision',
);

/** The register of officers, as far as it says for which agencies they act. */
@Controller()
export class ReplicateOfficers {
  @On(OfficerChangedV1)
  async replicate({ data }: EventEnvelope<OfficerChangedV1>, { tx }: EventContext): Promise<void> {
    const { subject, agencies, roles, absentFrom, absentUntil, deputy = null, revision } = data;
    await saveOfficers(tx, [{ subject, agencies, roles, absentFrom, absentUntil, deputy, revision }]);
  }
}
