import { Injectable } from '@nestjs/common';
import { dayInVietnam } from '@motcua/kernel';
import type { Term } from '@motcua/legal-clock';
import type { Queries } from '@motcua/platform';
import { promisedMinutes } from '@motcua/processing-domain';

interface TermsRow {
  readonly terms: readonly Term[];
  readonly basis_points: number;
}

// Of several policies that fit, the largest applies (R17). Which agency and channel a dossier will have nobody knows yet, and
// a policy that begins later will shorten later dossiers: all of them count that are not over.
const FIND = `
  SELECT t.terms, coalesce(max(p.basis_points), 0)::int AS basis_points
  FROM procedure_terms t LEFT JOIN term_policy p
    ON (p.valid_to IS NULL OR p.valid_to > $3) AND (p.fields IS NULL OR t.field = ANY (p.fields))
    AND (p.procedures IS NULL OR t.code = ANY (p.procedures))
  WHERE t.code = $1 AND t.version = $2 GROUP BY t.code, t.version`;

/** What a version of a procedure promises at least, from the copies of terms and policies. */
@Injectable()
export class PromisedTerm {
  /** In working minutes; null while the version was not announced, so that nobody can tell. */
  async minutes(queries: Queries, procedure: string, version: number, now: Temporal.Instant): Promise<number | null> {
    const today = dayInVietnam(now);
    const [row] = await queries.query<TermsRow>(FIND, [procedure, version, today]);
    return row ? promisedMinutes(row.terms, row.basis_points) : null;
  }
}
