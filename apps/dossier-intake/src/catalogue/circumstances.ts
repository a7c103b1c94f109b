import type { IntakeCode } from '../problems.js';
import { codeDay } from '@motcua/dossier-domain';
import type { TariffLine } from '@motcua/fee-domain';
import type { KnownCalendar } from '@motcua/catalogue-copy';
import { currentIdentifier, Refusal } from '@motcua/kernel';
import type { AgencyFacts, KnownPolicy, Offer } from './catalogue-snapshot.js';
import type { AnnouncedVersion } from './procedures.js';

/** Why no new dossier is taken now; null where one is. */
type Closed = {
  readonly reason: 'unknown' | 'notYet' | 'suspended' | 'repealed';
  readonly detail: string | null;
} | null;

interface Known {
  readonly offer: Offer;
  readonly policies: readonly KnownPolicy[];
  /** Versions in force about now, by number. */
  readonly versions: ReadonlyMap<number, AnnouncedVersion>;
  /** By identifier in its current form. */
  readonly agencies: ReadonlyMap<string, AgencyFacts>;
  readonly calendars: ReadonlyMap<string, KnownCalendar>;
}

/** What of the catalogue bears on a dossier, from this service's own copies: read before the decision, and pure. */
export class Circumstances {
  constructor(private readonly known: Known) {}

  /** The tariff, or what came after it, of when the version was announced. @throws Refusal CATALOGUE.TARIFF_UNKNOWN */
  tariffOf({ tariffRevision }: AnnouncedVersion): readonly TariffLine[] {
    const { code, tariff, tariffRevision: known } = this.known.offer;
    if ((known ?? 0) < (tariffRevision ?? 0))
      throw new Refusal<IntakeCode>('CATALOGUE.TARIFF_UNKNOWN', { procedureCode: code });
    return tariff;
  }

  /** The tariff's revision, and why it corrects what was said of days that are over. */
  get tariffSaid(): { readonly revision: number | null; readonly reason: string | null } {
    const { tariffRevision: revision, tariffReason: reason } = this.known.offer;
    return { revision, reason };
  }

  get policies(): readonly KnownPolicy[] {
    return this.known.policies;
  }

  /** The version whose day has come, unless the procedure is repealed; null where there is none. @rule R14 */
  inForce(now: Temporal.Instant): AnnouncedVersion | null {
    const { offer, versions } = this.known;
    if (isRepealed(offer, codeDay(now))) return null;
    const number = versionAt(offer, codeDay(now));
    if (number === null) return null;
    const version = versions.get(number);
    if (!version) throw new Error(`version ${number} of ${offer.code} was not read`);
    return version;
  }

  /** Why no new dossier is taken now. */
  closed(now: Temporal.Instant): Closed {
    const { offer } = this.known;
    const day = codeDay(now);
    if (offer.versions.length === 0) return { reason: 'unknown', detail: null };
    if (isRepealed(offer, day)) return { reason: 'repealed', detail: offer.repealedFrom };
    if (versionAt(offer, day) === null) return { reason: 'notYet', detail: null };
    const suspension = offer.suspensions.find(({ from, until }) => from <= day && (until === null || day < until));
    return suspension ? { reason: 'suspended', detail: suspension.reason } : null;
  }

  /** An agency that exists, by its identifier in the current or the legacy form. @rule R2 */
  agency(identifier: string | null): AgencyFacts | null {
    return identifier === null ? null : (this.known.agencies.get(currentIdentifier(identifier)) ?? null);
  }

  /** The agency, or who took its place where it is closed and one alone did; null where it is closed and has no heir. @rule R23 */
  openAgency(identifier: string | null): AgencyFacts | null {
    const seen = new Set<string>();
    let agency = this.agency(identifier);
    while (agency && !agency.active && !seen.has(agency.code)) {
      seen.add(agency.code);
      const [successor = null, ...others] = agency.successors;
      agency = others.length > 0 ? null : this.agency(successor);
    }
    return agency?.active ? agency : null;
  }

  /** The calendar of an agency or of its nearest ancestor; undefined where it is not here. @rule R4 */
  knownCalendarOf(agency: string): KnownCalendar | undefined {
    const { calendar, revision } = this.agency(agency) ?? { calendar: null, revision: null };
    return calendar === null || revision === null ? undefined : this.known.calendars.get(`${calendar}@${revision}`);
  }

  /** @throws Refusal CATALOGUE.CALENDAR_UNKNOWN */
  calendarOf(agency: string): KnownCalendar {
    const calendar = this.knownCalendarOf(agency);
    if (!calendar) throw new Refusal<IntakeCode>('CATALOGUE.CALENDAR_UNKNOWN', { agency });
    return calendar;
  }
}

/** The number of the version whose day has come; null where none has. */
export const versionAt = ({ versions }: Pick<Offer, 'versions'>, day: string): number | null =>
  versions.reduce<Offer['versions'][number] | null>(
    (newest, version) => (version.effectiveFrom <= day && (!newest || isLater(version, newest)) ? version : newest),
    null,
  )?.version ?? null;

const isLater = (one: Offer['versions'][number], other: Offer['versions'][number]): boolean =>
  one.effectiveFrom > other.effectiveFrom || (one.effectiveFrom === other.effectiveFrom && one.version > other.version);

const isRepealed = ({ repealedFrom }: Offer, day: string): boolean => repealedFrom !== null && repealedFrom <= day;
