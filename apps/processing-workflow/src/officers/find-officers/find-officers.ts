import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, currentIdentifier, dayInVietnam } from '@motcua/kernel';
import { Database, decodeCursor, type Page, pageOf, sql } from '@motcua/platform';
import { isAway } from '@motcua/processing-domain';
import { type OfficerRow, OFFICERS } from '../../persistence/officer-register.js';
import type { ListedOfficerView } from './listed-officer.view.js';
import type { OfficersQuery } from './officers.query.js';

/** To whom a task of an agency may be given: by name and office, without how much they have to do. */
@Injectable()
export class FindOfficers {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ agency, role, cursor, limit }: OfficersQuery): Promise<Page<ListedOfficerView>> {
    const [after = ''] = decodeCursor(cursor, 1) ?? [];
    const above = await this.agencies.withAncestors([currentIdentifier(agency)]);
    const rows = await this.database.query<OfficerRow>(sql`
      SELECT ${OFFICERS.columns('o')} FROM officer o
      WHERE o.agencies && ${above}::text[] AND (${role ?? null}::text IS NULL OR ${role ?? null} = ANY (o.roles))
        AND o.subject > ${String(after)} ORDER BY o.subject LIMIT ${limit + 1}`);
    const day = dayInVietnam(this.clock.now());
    return pageOf(
      rows,
      limit,
      ({ subject }) => [subject],
      (row) => ({
        ...{ subject: row.subject, name: row.name, title: row.title, agencies: row.agencies, roles: row.roles },
        ...{ away: isAway(row, day), deputy: row.deputy },
      }),
    );
  }
}
