import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { isUuid, Refusal } from '@motcua/kernel';
import {
  type Actor,
  agenciesOf,
  assertReach,
  type Belonging,
  Database,
  decodeCursor,
  type Page,
  pageOf,
  type PageQuery,
  permittedReach,
  refsOf,
  type Scope,
  type PlatformCode,
} from '@motcua/platform';
import { partsOfDossier } from '../persistence/parties.js';
import { Conditions } from './conditions.js';

/** One list: which rows, and how one is shown. The filters are conditions with their value, left out where that is undefined. */
interface PaymentList<Row, Item> {
  readonly table:
    | 'payment_order'
    | 'receipt'
    | 'ledger_entry'
    | 'payment_break'
    | 'refund'
    | 'reversal'
    | 'reconciliation'
    | 'unallocated_money'
    | 'cash_day';
  readonly columns: string;
  readonly scope: Scope;
  readonly filters: readonly (readonly [condition: string, value: unknown])[];
  /** Rows of no agency are shown to every cashier: nobody knows whose they are. */
  readonly ofNoAgency?: boolean;
  readonly view: (row: Row) => Item;
}

// The array, taken first, lets the index of the dossiers serve; the constant, that of the few accounts with parties.
const OWN = `(applicant_ref = ANY (?) OR submitted_by = ? OR dossier_id = ANY (ARRAY(
  SELECT a.dossier_id FROM account a WHERE a.party_refs && ? AND a.party_refs <> '{}')))`;

export const INVALID_CURSOR = {
  pointer: '/cursor',
  code: 'CURSOR_INVALID',
  detail: {
    vi: 'Con trỏ trang không hợp lệ. Đề nghị bắt đầu lại từ trang đầu.',
    en: 'The cursor is not valid. Start again from the first page.',
  },
};

/** Pages of what the actor may see, newest first. Ids are ordered by the time that they were made. */
@Injectable()
export class PaymentLists {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  async page<Row extends { id: string }, Item>(
    list: PaymentList<Row, Item>,
    actor: Actor,
    { cursor, limit }: PageQuery,
  ): Promise<Page<Item>> {
    const conditions = await this.within(actor, list.scope, list.ofNoAgency ?? false);
    for (const [condition, value] of list.filters) conditions.where(condition, value);
    conditions.where('id < ?', this.idOf(cursor));
    const values = [...conditions.values, limit + 1];
    const sql = `SELECT ${list.columns} FROM ${list.table} ${conditions.sql} ORDER BY id DESC LIMIT $${values.length}`;
    return pageOf(await this.database.query<Row>(sql, values), limit, ({ id }) => [id], list.view);
  }

  /** One row that the actor may see. @throws Refusal RESOURCE.NOT_FOUND, also where it is another's */
  async one<Row extends Belonging & { readonly dossierId?: string | null }>(
    {
      table,
      columns,
      scope,
      ofNoAgency = false,
    }: Pick<PaymentList<Row, unknown>, 'table' | 'columns' | 'scope' | 'ofNoAgency'>,
    actor: Actor,
    id: string,
  ): Promise<Row> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM ${table} WHERE id = $1`, [id]);
    if (!row) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    if (ofNoAgency && row.agencies.length === 0) return row;
    const { dossierId } = row;
    const [agencies, parties] = await Promise.all([
      this.agencies.withAncestors(row.agencies),
      dossierId == null ? [] : partsOfDossier(this.database, dossierId),
    ]);
    assertReach(actor, scope, { ...row, agencies, parties });
    return row;
  }

  private async within(actor: Actor, scope: Scope, ofNoAgency: boolean): Promise<Conditions> {
    const reach = permittedReach(actor, scope);
    const conditions = new Conditions();
    if (reach === 'own') {
      const refs = [...refsOf(actor)];
      return conditions.where(OWN, refs, actor.subject, refs);
    }
    if (reach === 'all') return conditions;
    const codes = await this.agencies.subtrees(agenciesOf(actor));
    return conditions.where(ofNoAgency ? "(agencies && ? OR agencies = '{}')" : 'agencies && ?', codes);
  }

  private idOf(cursor: string | undefined): string | undefined {
    const [id] = decodeCursor(cursor, 1) ?? [];
    if (id !== undefined && !isUuid(String(id)))
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [INVALID_CURSOR]);
    return id?.toString();
  }
}
