import { Injectable } from '@nestjs/common';
import type { Plain, ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import type { ProcedureVersion } from '@motcua/dossier-domain';
import { Database, type Tx } from '@motcua/platform';

export type AnnouncedVersion = Plain<ProcedureVersionAnnouncedV1>;

const VERSION = `SELECT content FROM procedure_version WHERE code = $1 AND version = $2`;
const KEPT = 2_000;

/** The service's copy of the announced versions. Those read are kept in memory: a version never changes. */
@Injectable()
export class Procedures {
  private readonly kept = new Map<string, AnnouncedVersion>();

  constructor(private readonly database: Database) {}

  async version(code: string, version: number, queries: Pick<Tx, 'query'> = this.database): Promise<AnnouncedVersion> {
    const name = `${code}@${version}`;
    const known = this.kept.get(name);
    if (known) return known;
    const [row] = await queries.query<{ content: AnnouncedVersion }>(VERSION, [code, version]);
    if (!row) throw new Error(`procedure ${name} is not here`);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(name, row.content);
    return row.content;
  }
}

/** A version as the decisions read it. One that only informs takes nothing online. */
export const decided = (version: AnnouncedVersion): ProcedureVersion =>
  ({
    ...version,
    channels: version.channels.filter((channel) => channel !== 'online' || version.onlineLevel !== 'information'),
  }) as ProcedureVersion;
