import { Injectable } from '@nestjs/common';
import { Refusal, VIETNAM } from '@motcua/kernel';
import { Database, type PlatformCode, sql } from '@motcua/platform';
import { type DocumentForm, documentForm, documentNumber, sequenceIn } from '@motcua/processing-domain';
import type { WorkflowCode } from '../problems.js';

interface WantedNumber {
  readonly agency: string;
  readonly dossierId: string;
  readonly resultCode: string;
  /** As an officer wrote it; undefined: the register gives one. */
  readonly typed: string | undefined;
  readonly now: Temporal.Instant;
}

// Taken for a moment before the result is there: system time, as all leases are.
const HELD = sql`d.reserved_at > now() - interval '10 minutes'`;
const USED = sql`EXISTS (SELECT FROM case_result r JOIN case_file c ON c.dossier_id = r.dossier_id
  WHERE r.dossier_id = d.dossier_id AND r.number = d.number AND (r.state = 'signed' OR (r.state = 'draft' AND c.ended_at IS NULL)))`;
// A number that no other paper carries any more is given again: so the register has no gaps.
const FREE = sql`NOT (${HELD}) AND NOT ${USED}`;
const MOST_TRIES = 20;

/**
 * The register of document numbers: each once for an agency and a year. A number is taken before the document is printed,
 * which carries it; a draft that is removed or never signed gives it back.
 * @rule R20
 */
@Injectable()
export class DocumentNumbers {
  constructor(private readonly database: Database) {}

  /** @throws Refusal CASE.DOCUMENT_NUMBER_TAKEN where the number that was typed is another document's */
  async take(wanted: WantedNumber): Promise<string> {
    const { agency, resultCode, typed, now } = wanted;
    const { year } = now.toZonedDateTimeISO(VIETNAM);
    const form = documentForm(await this.forms(agency), agency, resultCode);
    if (typed !== undefined) {
      const sequence = sequenceIn(form, typed);
      // Written in the agency's form, with or without a zero before it, it is one number.
      const written = sequence === null ? typed : documentNumber(form, sequence);
      if (await this.reserve(wanted, year, written, { form, sequence })) return written;
      throw new Refusal<WorkflowCode>('CASE.DOCUMENT_NUMBER_TAKEN', { agency, year, number: typed }, [
        {
          pointer: '/number',
          code: 'NUMBER_TAKEN',
          detail: {
            vi: `Số ${typed} đã được cấp cho văn bản khác của cơ quan trong năm ${year}. Đề nghị dùng số khác, hoặc để hệ thống cấp số.`,
            en: `Number ${typed} is another document's of the agency in ${year}. Use another one, or let the register give it.`,
          },
        },
      ]);
    }
    const own = await this.ofDraft(wanted);
    if (own !== undefined) return own;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const sequence = await this.lowestFree(agency, year, form);
      const number = documentNumber(form, sequence);
      if (await this.reserve(wanted, year, number, { form, sequence })) return number;
    }
    throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
  }

  private async forms(agency: string): Promise<readonly DocumentForm[]> {
    const [row] = await this.database.query<{ forms: readonly DocumentForm[] }>(
      sql`SELECT forms FROM document_forms WHERE agency = ${agency}`,
    );
    return row?.forms ?? [];
  }

  /** A better file for the same result keeps its number. */
  private async ofDraft({ dossierId, resultCode }: WantedNumber): Promise<string | undefined> {
    const [row] = await this.database.query<{ number: string }>(sql`
      SELECT number FROM case_result WHERE dossier_id = ${dossierId} AND result_code = ${resultCode} AND state = 'draft' LIMIT 1`);
    return row?.number;
  }

  private async lowestFree(agency: string, year: number, form: string): Promise<number> {
    const series = sql`d.agency = ${agency} AND d.year = ${year}::int AND d.form = ${form}`;
    const [row] = await this.database.query<{ sequence: number }>(sql`
      SELECT min(s)::int AS sequence
      FROM generate_series(1, (SELECT count(*) + 1 FROM document_number d WHERE ${series} AND d.sequence IS NOT NULL)) AS s
      WHERE NOT EXISTS (SELECT FROM document_number d WHERE ${series} AND d.sequence = s AND NOT (${FREE}))`);
    return row?.sequence ?? 1;
  }

  /** Of two that want one number the first has it. */
  private async reserve(
    { agency, dossierId, resultCode }: WantedNumber,
    year: number,
    number: string,
    { form, sequence }: { readonly form: string; readonly sequence: number | null },
  ): Promise<boolean> {
    const rows = await this.database.query<{ number: string }>(sql`
      INSERT INTO document_number AS d (agency, year, number, form, sequence, dossier_id, reserved_at)
      VALUES (${agency}, ${year}, ${number}, ${sequence === null ? null : form}, ${sequence}, ${dossierId}, now())
      ON CONFLICT (agency, year, number) DO UPDATE SET dossier_id = excluded.dossier_id, reserved_at = excluded.reserved_at
      WHERE (${FREE}) OR (d.dossier_id = excluded.dossier_id AND NOT EXISTS (SELECT FROM case_result r
        WHERE r.dossier_id = d.dossier_id AND r.number = d.number
          AND (r.state = 'signed' OR (r.state = 'draft' AND r.result_code <> ${resultCode}))))
      RETURNING number`);
    return rows.length === 1;
  }
}
