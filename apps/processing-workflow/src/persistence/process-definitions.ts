import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import { DEFAULT_PROCESS, type ProcessDefinition } from '@motcua/processing-domain';

export interface StoredDefinition {
  readonly definition: ProcessDefinition;
  readonly version: number;
}

const FIND = `SELECT definition, version FROM process_definition WHERE procedure_code = $1 AND procedure_version = $2`;
const SAVE = `
  INSERT INTO process_definition (procedure_code, procedure_version, version, definition) VALUES ($1, $2, $3, $4)
  ON CONFLICT (procedure_code, procedure_version) DO UPDATE SET version = $3, definition = $4`;

type Queries = Pick<Tx, 'query'>;

/** The steps that were defined for versions of procedures. */
@Injectable()
export class ProcessDefinitions {
  async find(queries: Queries, procedure: string, version: number): Promise<StoredDefinition | undefined> {
    const [row] = await queries.query<StoredDefinition>(FIND, [procedure, version]);
    return row;
  }

  /** The one that a case of this version would follow today: its own, else the built-in one. */
  async inForce(queries: Queries, procedure: string, version: number): Promise<ProcessDefinition> {
    const stored = await this.find(queries, procedure, version);
    return stored ? { ...stored.definition, revision: stored.version } : DEFAULT_PROCESS;
  }

  async save(tx: Tx, definition: ProcessDefinition, version: number): Promise<void> {
    await tx.query(SAVE, [definition.procedure, definition.version, version, JSON.stringify(definition)]);
  }
}
