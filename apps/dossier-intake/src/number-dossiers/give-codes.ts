import { codeDay, dossierCode } from '@motcua/dossier-domain';
import { type Queries, sql } from '@motcua/platform';
import type { DossierChange, Numbering } from '../change/dossier-change.js';

type Submission = DossierChange & { readonly numbering: Numbering };

/** A change that brings a contact. */
interface Telling {
  readonly change: DossierChange;
  readonly contact: Numbering;
}

const isSubmission = (change: DossierChange): change is Submission => change.numbering !== undefined;
const placeOf = ({ after, at }: DossierChange): string => `${after.receivingAgency} ${codeDay(at)}`;

/**
 * Gives each submission its code: one row an agency and day, which is locked until the commit, so that a submission that
 * fails leaves no gap; the numbers go by place among those that are saved together. @rule R1
 */
export async function giveCodes(queries: Queries, changes: readonly DossierChange[]): Promise<DossierChange[]> {
  const submissions = changes.filter(isSubmission);
  const telling = changes.flatMap((change) => {
    const contact = change.numbering ?? change.contact;
    return contact ? [{ change, contact }] : [];
  });
  if (telling.length === 0) return [...changes];
  const [last, told] = await Promise.all([lastNumbers(queries, submissions), saveContacts(queries, telling)]);
  const waiting = new Map([...Map.groupBy(submissions, placeOf)].map(([place, group]) => [place, group.length]));
  return changes.map((change) => {
    if (!isSubmission(change)) return told.has(change) ? { ...change, contactChanged: true } : change;
    const place = placeOf(change);
    const left = waiting.get(place) ?? 1;
    waiting.set(place, left - 1);
    const code = dossierCode(change.after.receivingAgency, change.at, (last.get(place) ?? 0) - left + 1);
    return { ...change, after: { ...change.after, code }, contactChanged: told.has(change) };
  });
}

async function lastNumbers(queries: Queries, submissions: readonly Submission[]): Promise<Map<string, number>> {
  if (submissions.length === 0) return new Map();
  const taken = submissions.map(({ after, at }) => ({ agency: after.receivingAgency, day: codeDay(at) }));
  const rows = await queries.query<{ agency: string; day: string; last: number }>(sql`
    INSERT INTO code_sequence AS s (agency, day, last)
    SELECT agency, day, count(*) FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS t (agency text, day date)
    GROUP BY agency, day ORDER BY agency, day
    ON CONFLICT (agency, day) DO UPDATE SET last = s.last + excluded.last
    RETURNING agency, day::text, last`);
  return new Map(rows.map(({ agency, day, last }) => [`${agency} ${day}`, last]));
}

/**
 * Those whose applicant's contact is new: of several of one applicant the last one counts that may replace it, else the last
 * one. One statement, in the order of the applicants: two would wait for each other's.
 */
async function saveContacts(queries: Queries, telling: readonly Telling[]): Promise<Set<DossierChange>> {
  const chosen = new Map<string, Telling>();
  for (const one of telling) {
    const ref = one.change.after.applicantRef;
    if (one.contact.trusted || !chosen.get(ref)?.contact.trusted) chosen.set(ref, one);
  }
  const rows = [...chosen].map(([ref, { contact }]) => ({ ref, fingerprint: contact.contact }));
  const trusted = [...chosen].flatMap(([ref, { contact }]) => (contact.trusted ? [ref] : []));
  const told = await queries.query<{ ref: string }>(sql`
    INSERT INTO applicant_contact AS c (applicant_ref, fingerprint)
    SELECT ref, fingerprint FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (ref text, fingerprint text) ORDER BY ref
    ON CONFLICT (applicant_ref) DO UPDATE SET fingerprint = excluded.fingerprint
    WHERE c.fingerprint <> excluded.fingerprint AND excluded.applicant_ref = ANY (${trusted})
    RETURNING applicant_ref AS ref`);
  return new Set(told.map(({ ref }) => chosen.get(ref)!.change));
}
