import {
  type ProcedureState,
  unknownProcedure,
  type VersionDefinition,
  type VersionSurroundings,
} from '@motcua/catalogue-domain';
import type { Refusal } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';
import { schemaFault } from '../form-schema/schema-fault.js';
import { lockNames } from '../persistence/lock-names.js';
import { readProcedures } from '../persistence/procedures.js';

/** Locks and reads the procedures that commands are about, whether they exist yet or not. */
export async function lockProcedures(queries: Queries, codes: readonly string[]): Promise<Map<string, ProcedureState>> {
  await lockNames(queries, 'procedure', codes);
  return readProcedures(queries, codes);
}

/** The facts of commands about procedures that must exist, in their order. */
export async function knownProcedures(
  queries: Queries,
  commands: readonly { readonly code: string }[],
): Promise<(ProcedureState | Refusal<string>)[]> {
  const found = await lockProcedures(
    queries,
    commands.map(({ code }) => code),
  );
  return commands.map(({ code }) => found.get(code) ?? unknownProcedure(code));
}

/** The codes that definitions name, as far as the catalogue has them, with the names of the fields. */
export interface NamedCodes {
  readonly fields: ReadonlyMap<string, string>;
  readonly agencies: ReadonlySet<string>;
}

export async function namedCodes(queries: Queries, definitions: readonly VersionDefinition[]): Promise<NamedCodes> {
  const fields = definitions.flatMap(({ field }) => field.code ?? []);
  const agencies = definitions.flatMap(({ competentAgencies }) => competentAgencies ?? []);
  const rows = await queries.query<{ code: string; name: string; isField: boolean }>(sql`
    SELECT code, name, true AS "isField" FROM field WHERE code = ANY (${fields})
    UNION ALL SELECT code, name, false FROM agency WHERE code = ANY (${agencies}) AND active`);
  return {
    fields: new Map(rows.filter(({ isField }) => isField).map(({ code, name }) => [code, name])),
    agencies: new Set(rows.filter(({ isField }) => !isField).map(({ code }) => code)),
  };
}

export const surroundingsOf = (
  { formSchema }: VersionDefinition,
  { fields, agencies }: NamedCodes,
): VersionSurroundings => ({
  fields: new Set(fields.keys()),
  agencies,
  schemaFault: schemaFault(formSchema),
});
