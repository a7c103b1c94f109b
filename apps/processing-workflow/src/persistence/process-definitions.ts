import { Injectable } from '@nestjs/common';
import { type Queries, rowTable, sql } from '@motcua/platform';
import { DEFAULT_PROCESS, type ProcessDefinition } from '@motcua/processing-domain';

export interface DefinitionRow {
  readonly procedure_code: string;
  readonly procedure_version: number;
  /** Which saving of it. */
  readonly version: number;
  readonly definition: ProcessDefinition;
}

export const DEFINITIONS = rowTable<DefinitionRow>('process_definition', {
  procedure_code: 'key',
  procedure_version: 'key',
  version: 'plain',
  definition: 'plain',
});

export interface ProcedureVersion {
  readonly procedure: string;
  readonly version: number;
}

/** The steps that were defined for versions of procedures. */
@Injectable()
export class ProcessDefinitions {
  async find(queries: Queries, procedure: string, version: number): Promise<DefinitionRow | undefined> {
    const [row] = await this.findMany(queries, [{ procedure, version }]);
    return row;
  }

  /** In the order of what is asked for. */
  async findMany(queries: Queries, wanted: readonly ProcedureVersion[]): Promise<(DefinitionRow | undefined)[]> {
    const rows = await queries.query<DefinitionRow>(sql`
      SELECT ${DEFINITIONS.columns('d')} FROM process_definition d
      WHERE (d.procedure_code, d.procedure_version) IN (
        SELECT procedure, version FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (procedure text, version int)
      )`);
    const byVersion = new Map(rows.map((row) => [`${row.procedure_code}@${row.procedure_version}`, row]));
    return wanted.map(({ procedure, version }) => byVersion.get(`${procedure}@${version}`));
  }

  /**
   * The one that a case of this version would follow today: its own, else that of the newest earlier version that has one, so
   * that no new version loses the steps that the law asks for; else the built-in one.
   * @rule R14
   */
  async inForce(queries: Queries, procedure: string, version: number): Promise<ProcessDefinition> {
    const [definition] = await this.inForceOf(queries, [{ procedure, version }]);
    return definition ?? DEFAULT_PROCESS;
  }

  async inForceOf(queries: Queries, wanted: readonly ProcedureVersion[]): Promise<ProcessDefinition[]> {
    const rows = await queries.query<DefinitionRow & { readonly asked: number }>(sql`
      SELECT w.asked::int AS asked, ${DEFINITIONS.columns('d')}
      FROM jsonb_to_recordset(${JSON.stringify(wanted.map((one, asked) => ({ ...one, asked })))}::jsonb)
        AS w (asked int, procedure text, version int)
      CROSS JOIN LATERAL (
        SELECT * FROM process_definition p WHERE p.procedure_code = w.procedure AND p.procedure_version <= w.version
        ORDER BY p.procedure_version DESC LIMIT 1) d`);
    const byAsked = new Map(rows.map((row) => [row.asked, row]));
    return wanted.map((_, asked) => {
      const row = byAsked.get(asked);
      return row ? { ...row.definition, revision: row.version } : DEFAULT_PROCESS;
    });
  }
}
