import type { CollectionTime, ComponentFile, Plain, PublicStatus } from '@motcua/contracts';
import type {
  AcceptanceFacts,
  ActingOfficer,
  DeclinedFacts,
  DemandFacts,
  Facts,
  ResultFacts,
  SubmissionFacts,
  SupplementFacts,
} from './facts.js';

const later = (a: string | undefined, b: string): boolean =>
  a === undefined || Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) <= 0;

/** A case tells what it does with an accepted dossier by another topic, which may be faster than the acceptance. */
export const untilAccepted = ({ acceptance }: Facts): string | null => (acceptance === null ? 'acceptance' : null);

/** The same of the answer to a request of the case, which comes by intake. */
export const untilAsked =
  (number: number) =>
  ({ supplements }: Facts): string | null =>
    supplements.some((one) => one.number === number) ? null : `supplement request ${number}`;

/** Which lines a submission or a correction was assessed; a demand's come by its own event, whichever is heard of first. */
const assessedIn = <Fees extends Pick<SubmissionFacts, 'feeLines'>>(fees: Fees): Fees => ({
  ...fees,
  feeLines: fees.feeLines.filter(({ collectedAt }) => collectedAt !== 'onDemand'),
});

/** Each function adds one event's news, and the same news twice is no news. */
export const learnSubmission = (facts: Facts, submission: SubmissionFacts): Facts => ({
  ...facts,
  submission: assessedIn(submission),
});

/** Intake's own checks did not let it in; what was submitted was let in before. */
export const learnDeclined = (facts: Facts, declined: DeclinedFacts): Facts =>
  facts.submission ? facts : { ...learnStatus(facts, 'refused', declined.at), declined };

/** What a correction changes of what the submission says. */
export const learnCorrection = (
  facts: Facts,
  correction: Pick<SubmissionFacts, 'applicantKind' | 'deliveryMethod' | 'receivingAgency' | 'feeLines'>,
): Facts => (facts.submission ? { ...facts, submission: { ...facts.submission, ...assessedIn(correction) } } : facts);

/** An agency has ended, merged or been split: what was one's is another's. */
export function learnAgencyMoved(facts: Facts, from: string, to: string, at: string): Facts {
  const { submission, holder } = facts;
  const moved =
    submission?.receivingAgency === from ? { ...facts, submission: { ...submission, receivingAgency: to } } : facts;
  return holder?.agency === from ? learnHolder(moved, to, null, at) : moved;
}

/** One instant is written in one way here, in whatever offset it came. */
const instantOf = (at: string): string => Temporal.Instant.from(at).toString({ smallestUnit: 'millisecond' });

export function learnDemand(facts: Facts, { at: demandedAt, ...demand }: DemandFacts): Facts {
  const at = instantOf(demandedAt);
  return facts.demands.some((one) => one.at === at)
    ? facts
    : {
        ...facts,
        demands: [...facts.demands, { ...demand, at }].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      };
}

export const learnAcceptance = (facts: Facts, acceptance: AcceptanceFacts): Facts => ({
  ...learnOfficer(facts, acceptance.by, acceptance.at),
  acceptance,
  dueAt: acceptance.promisedDueAt,
  lastDueAt: acceptance.promisedDueAt,
});

/** It waits for its reception again: what the acceptance said was a mistake. */
export const learnAcceptanceUndone = ({
  reached: { accepted: _, processing: __, ...reached },
  ...facts
}: Facts): Facts => ({
  ...facts,
  reached,
  acceptance: null,
  dueAt: null,
  lastDueAt: null,
});

export const learnOfficer = (facts: Facts, officer: ActingOfficer, at: string): Facts =>
  later(facts.lastOfficer?.at, at) ? { ...facts, lastOfficer: { ...officer, at } } : facts;

export const learnHolder = (facts: Facts, agency: string, agencyName: string | null, at: string): Facts =>
  later(facts.holder?.at, at)
    ? {
        ...facts,
        holder: {
          agency,
          agencyName: agencyName ?? (facts.holder?.agency === agency ? facts.holder.agencyName : null),
          at,
        },
      }
    : facts;

const ENDS_SUPPLEMENTS: ReadonlySet<PublicStatus> = new Set(['refused', 'withdrawn', 'stopped']);

/** The end of a dossier ends what it waited for. */
const closeOpen = (supplements: readonly SupplementFacts[], at: string): readonly SupplementFacts[] =>
  supplements.map((one) => (one.state === 'asked' ? { ...one, state: 'closed', endedAt: at } : one));

/** When each status was first reached; a return that was taken back was none. */
const reachedBy = (
  { reached: { returned, ...reached }, status }: Facts,
  to: PublicStatus,
  at: string,
): Facts['reached'] => ({
  [to]: at,
  ...reached,
  ...(returned !== undefined && !(status?.now === 'returned' && to === 'processed') && { returned }),
});

export const learnStatus = (facts: Facts, to: PublicStatus, at: string): Facts => ({
  ...facts,
  status: { now: to, at },
  reached: reachedBy(facts, to, at),
  supplements: ENDS_SUPPLEMENTS.has(to) ? closeOpen(facts.supplements, at) : facts.supplements,
});

export const learnDue = (facts: Facts, dueAt: string | null): Facts => ({
  ...facts,
  dueAt,
  lastDueAt: dueAt ?? facts.lastDueAt,
});

type AskedSupplement = Pick<SupplementFacts, 'number' | 'requestedAt' | 'requestedBy' | 'items'>;

export const learnSupplement = (facts: Facts, asked: AskedSupplement): Facts =>
  facts.supplements.some(({ number }) => number === asked.number)
    ? // Told again, it asks for more.
      changed(facts, asked.number, (one) => (one.state === 'asked' ? { ...one, items: asked.items } : one))
    : {
        ...facts,
        supplements: [
          ...facts.supplements,
          { ...asked, ...stateWhenAsked(facts), dueBefore: facts.lastDueAt, dueAfter: null, files: [] },
        ].toSorted((a, b) => a.number - b.number),
      };

/** The end of the dossier may be heard of before what it ended. */
const stateWhenAsked = ({ status }: Facts): Pick<SupplementFacts, 'state' | 'endedAt'> =>
  status && ENDS_SUPPLEMENTS.has(status.now)
    ? { state: 'closed', endedAt: status.at }
    : { state: 'asked', endedAt: null };

const changed = (facts: Facts, number: number, change: (one: SupplementFacts) => SupplementFacts): Facts => ({
  ...facts,
  supplements: facts.supplements.map((one) => (one.number === number ? change(one) : one)),
});

/** Papers came; whether they end the wait is said by whoever decides. */
export const learnGivenFiles = (facts: Facts, number: number, files: readonly Plain<ComponentFile>[]): Facts =>
  changed(facts, number, (one) => ({ ...one, files }));

export const learnGiven = (facts: Facts, number: number, at: string, dueAfter: string | null): Facts =>
  changed(facts, number, (one) => ({ ...one, state: 'given', endedAt: at, dueAfter }));

/** Expired or cancelled. */
export const learnClosed = (facts: Facts, number: number, at: string): Facts =>
  changed(facts, number, (one) => (one.state === 'asked' ? { ...one, state: 'closed', endedAt: at } : one));

export const learnResult = (facts: Facts, result: ResultFacts): Facts =>
  facts.results.some(({ sha256 }) => sha256 === result.sha256)
    ? facts
    : { ...facts, results: [...facts.results, result] };

export const learnRevocation = (facts: Facts, sha256: string): Facts =>
  facts.revoked.includes(sha256) ? facts : { ...facts, revoked: [...facts.revoked, sha256] };

/** What a payment settles: fees by their time, and the demand that was made at that instant, if it settles one. */
interface Settled {
  readonly collectedAt: readonly CollectionTime[];
  readonly demandedAt: string | null;
}

/** What was paid by mistake of the counter is due again. */
export const learnReversal = (facts: Facts, { collectedAt, demandedAt }: Settled): Facts => ({
  ...facts,
  paid: facts.paid.filter((time) => !collectedAt.includes(time)),
  paidDemands: facts.paidDemands.filter((at) => demandedAt === null || at !== instantOf(demandedAt)),
});

/** @param by null: not online */
export const learnPayment = (
  facts: Facts,
  by: 'portal' | 'gateway' | null,
  { collectedAt, demandedAt }: Settled,
): Facts => ({
  ...facts,
  paidOnline: facts.paidOnline === 'portal' ? 'portal' : (by ?? facts.paidOnline),
  paid: [...new Set([...facts.paid, ...collectedAt])],
  paidDemands: demandedAt === null ? facts.paidDemands : [...new Set([...facts.paidDemands, instantOf(demandedAt)])],
});
