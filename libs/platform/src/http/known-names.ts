import type { Class, Named } from '@motcua/fields';
import { currentIdentifier, type Fault, type Localized, pointerSegment } from '@motcua/kernel';
import type { Queries } from '../database/queries.js';
import { type Sql, sql } from '../database/sql.js';
import { allFieldsOf, isObject } from './all-fields-of.js';

/** Where a service looks for what a filter names: a condition that holds where it is there. */
export type Registers = Readonly<Partial<Record<Named, (name: string) => Sql>>>;

/** Agencies of a table with `code` and `legacy_code`, by either identifier. @rule R2 */
export const agencyIn =
  (table: string) =>
  (identifier: string): Sql =>
    sql`EXISTS (SELECT FROM ${sql.raw(table)} WHERE code = ${currentIdentifier(identifier)} OR legacy_code = ${identifier})`;

/** Codes in a column of a table. */
export const codeIn =
  (table: string, column = 'code') =>
  (code: string): Sql =>
    sql`EXISTS (SELECT FROM ${sql.raw(table)} WHERE ${sql.raw(column)} = ${code})`;

const UNKNOWN: Readonly<Record<Named, { readonly code: string; readonly detail: Localized }>> = {
  agency: {
    code: 'AGENCY_UNKNOWN',
    detail: {
      vi: 'Không có cơ quan nào có mã này; đề nghị kiểm tra lại mã cơ quan.',
      en: 'There is no such agency; check its identifier.',
    },
  },
  field: {
    code: 'FIELD_UNKNOWN',
    detail: {
      vi: 'Không có lĩnh vực nào có mã này; đề nghị kiểm tra lại mã lĩnh vực.',
      en: 'There is no such field; check its code.',
    },
  },
  procedure: {
    code: 'PROCEDURE_UNKNOWN',
    detail: {
      vi: 'Không có thủ tục nào có mã này; đề nghị kiểm tra lại mã thủ tục.',
      en: 'There is no such procedure; check its code.',
    },
  },
};

interface Naming {
  readonly pointer: string;
  readonly kind: Named;
  readonly name: string;
}

function* namesIn(shape: Class, value: object, at = ''): Generator<Naming> {
  const fields = allFieldsOf(shape);
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    const { names: kind, shape: inner } = fields.get(key) ?? {};
    const pointer = `${at}/${pointerSegment(key)}`;
    if (kind !== undefined && typeof member === 'string') yield { pointer, kind, name: member };
    else if (inner && isObject(member)) yield* namesIn(inner(), member, pointer);
  }
}

/** A filter that names nothing known says so: an empty list would be taken for an answer. */
export class KnownNames {
  constructor(
    private readonly queries: Queries,
    private readonly registers: Registers,
  ) {}

  /** Of a valid query or body: each text of a field with `names` that names nothing here. */
  async faults(shape: Class, value: object): Promise<Fault[]> {
    const given = [...namesIn(shape, value)];
    if (given.length === 0) return [];
    const [row] = await this.queries.query<{ known: readonly boolean[] }>(
      sql`SELECT ARRAY[${sql.join(given.map(({ kind, name }) => this.register(kind)(name)))}] AS known`,
    );
    return given.flatMap(({ pointer, kind }, index) => (row?.known[index] ? [] : [{ pointer, ...UNKNOWN[kind] }]));
  }

  private register(kind: Named): (name: string) => Sql {
    const register = this.registers[kind];
    if (register === undefined) throw new Error(`the service's definition does not say where it knows: ${kind}`);
    return register;
  }
}
