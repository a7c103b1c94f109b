import { Injectable } from '@nestjs/common';
import type { Plain, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import type { ProcedureVersion } from '@motcua/dossier-domain';
import { Database, type Queries, sql } from '@motcua/platform';

export type AnnouncedVersion = Plain<ProcedureVersionAnnouncedV1>;

const MOST_REMEMBERED = 2_000;

/** The service's copy of the announced versions. Those read are remembered: a version never changes. */
@Injectable()
export class Procedures {
  private readonly remembered = new Map<string, AnnouncedVersion>();

  constructor(private readonly database: Database) {}

  async version(code: string, version: number, queries: Queries = this.database): Promise<AnnouncedVersion> {
    const name = `${code}@${version}`;
    const known = this.remembered.get(name);
    if (known) return known;
    const [row] = await queries.query<{ content: AnnouncedVersion }>(
      sql`SELECT content FROM procedure_version WHERE code = ${code} AND version = ${version}`,
    );
    if (!row) throw new Error(`procedure ${name} is not here`);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(name, row.content);
    return row.content;
  }
}

/** A version as the decisions read it. One that only informs takes nothing online. */
export const decided = (version: AnnouncedVersion): ProcedureVersion =>
  ({
    ...version,
    channels: version.channels.filter((channel) => channel !== 'online' || version.onlineLevel !== 'information'),
  }) as ProcedureVersion;
