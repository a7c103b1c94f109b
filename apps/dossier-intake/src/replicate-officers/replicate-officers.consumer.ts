import { Controller } from '@nestjs/common';
import { OfficerChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On, sql } from '@motcua/platform';

/** The register of officers, as far as it says for which agencies they act. */
@Controller()
export class ReplicateOfficers {
  @On(OfficerChangedV1)
  async replicate({ data }: EventEnvelope<OfficerChangedV1>, { tx }: EventContext): Promise<void> {
    const { subject, agencies, absentFrom, absentUntil, deputy = null, revision } = data;
    await tx.query(sql`
      INSERT INTO officer_copy AS o (subject, agencies, absent_from, absent_until, deputy, revision)
      VALUES (${subject}, ${agencies}, ${absentFrom}::date, ${absentUntil}::date, ${deputy}, ${revision})
      ON CONFLICT (subject) DO UPDATE SET agencies = excluded.agencies, absent_from = excluded.absent_from,
        absent_until = excluded.absent_until, deputy = excluded.deputy, revision = excluded.revision
      WHERE o.revision < excluded.revision`);
  }
}
