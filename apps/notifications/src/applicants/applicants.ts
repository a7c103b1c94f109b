import { Injectable } from '@nestjs/common';
import type { BatchWork, Tx } from '@motcua/platform';

export type ContactState = 'unknown' | 'known' | 'erased';

interface StateRow {
  readonly applicantRef: string;
  readonly sealed: string | null;
  readonly erased: boolean;
}

// Inserts rows for people who are not known yet, or locks those that are there: until the end of this transaction no
// contact can arrive unseen between the look and the delivery that waits for it.
const LOCK = `
  INSERT INTO applicant AS a (applicant_ref) SELECT DISTINCT ref FROM unnest($1::text[]) AS ref ORDER BY ref
  ON CONFLICT (applicant_ref) DO UPDATE SET applicant_ref = a.applicant_ref
  RETURNING applicant_ref AS "applicantRef", sealed, erased`;
const SAVE = `
  INSERT INTO applicant (applicant_ref, sealed, wrapped_key, erased)
  SELECT ref, sealed, wrapped_key, false FROM unnest($1::text[], $2::text[], $3::text[]) AS c (ref, sealed, wrapped_key) ORDER BY ref
  ON CONFLICT (applicant_ref) DO UPDATE SET sealed = excluded.sealed, wrapped_key = excluded.wrapped_key, erased = false`;
const ERASE = `
  INSERT INTO applicant (applicant_ref, erased) VALUES ($1, true)
  ON CONFLICT (applicant_ref) DO UPDATE SET sealed = NULL, wrapped_key = NULL, erased = true`;
const RELEASE = `
  UPDATE delivery SET state = 'due', next_attempt_at = clock_timestamp(), version = version + 1
  WHERE applicant_ref = ANY ($1::text[]) AND state = 'waitingForContact'`;
const GIVE_UP = `
  UPDATE delivery SET state = 'notSent', reason = 'applicantErased', next_attempt_at = NULL, claim = NULL,
    masked_recipient = NULL, settled_at = clock_timestamp(), version = version + 1
  WHERE applicant_ref = $1 AND state IN ('waitingForContact', 'due')`;
const FORGET_MASKS = `
  UPDATE delivery SET masked_recipient = NULL, version = version + 1
  WHERE applicant_ref = $1 AND masked_recipient IS NOT NULL`;

interface Contact {
  readonly applicantRef: string;
  readonly sealed: string;
  readonly wrappedKey: string;
}

/** Of one applicant the last one counts. */
const saveAll: BatchWork<Contact, undefined> = async (tx, contacts) => {
  const last = [...new Map(contacts.map((contact) => [contact.applicantRef, contact])).values()];
  const refs = last.map(({ applicantRef }) => applicantRef);
  await Promise.all([
    tx.query(SAVE, [refs, last.map(({ sealed }) => sealed), last.map(({ wrappedKey }) => wrappedKey)]),
    tx.query(RELEASE, [refs]),
  ]);
  return contacts.map(() => undefined);
};

/** Applicants' contact data, sealed as it came. */
@Injectable()
export class Applicants {
  /** Locks the people until the end of the transaction. */
  async lock(tx: Tx, applicantRefs: readonly string[]): Promise<ReadonlyMap<string, ContactState>> {
    if (applicantRefs.length === 0) return new Map();
    const rows = await tx.query<StateRow>(LOCK, [applicantRefs]);
    return new Map(
      rows.map(({ applicantRef, sealed, erased }) => [applicantRef, erased ? 'erased' : sealed ? 'known' : 'unknown']),
    );
  }

  /** Mail that waited for this contact is due now. */
  async save(tx: Tx, applicantRef: string, sealed: string, wrappedKey: string): Promise<void> {
    await tx.batch(saveAll, { applicantRef, sealed, wrappedKey }, saveAll);
  }

  /** Destroys the key, and gives up every mail that has not left. */
  async erase(tx: Tx, applicantRef: string): Promise<void> {
    await tx.query(ERASE, [applicantRef]);
    await tx.query(GIVE_UP, [applicantRef]);
    await tx.query(FORGET_MASKS, [applicantRef]);
  }
}
