import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type Queries, sql } from '@motcua/platform';
import type { ProcessStep, StepRole } from '@motcua/processing-domain';
import { namedAgencies } from './named-agencies.js';

export type IsStaffed = (agency: string, role: StepRole) => boolean;

/** Which roles the register fills in the agencies that steps name, by officers of theirs or of an agency above. */
@Injectable()
export class Staffing {
  constructor(private readonly agencies: Agencies) {}

  async of(queries: Queries, steps: readonly ProcessStep[]): Promise<IsStaffed> {
    const known = await this.agencies.findMany([...new Set(namedAgencies(steps).map(({ agency }) => agency))], queries);
    const above = new Map(known.map(({ code, ancestors }) => [code, [code, ...ancestors]]));
    const filled = await queries.query<{ agency: string; role: string }>(sql`
      SELECT DISTINCT agency, role FROM officer o, unnest(o.agencies) AS agency, unnest(o.roles) AS role
      WHERE o.agencies && ${[...above.values()].flat()}::text[]`);
    const roles = new Set(filled.map(({ agency, role }) => `${agency} ${role}`));
    return (agency, role) => (above.get(agency) ?? [agency]).some((one) => roles.has(`${one} ${role}`));
  }
}
