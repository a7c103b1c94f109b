import { Injectable } from '@nestjs/common';
import { codeDay } from '@motcua/dossier-domain';
import type { Policy, TariffLine } from '@motcua/fee-domain';
import { Calendars, type KnownCalendar } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import { type AnnouncedVersion, Procedures } from './procedures.js';
import type { IntakeCode } from '../problems.js';

export interface AgencyFacts {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly ancestors: readonly string[];
  readonly active: boolean;
  readonly calendar: string | null;
  readonly revision: number | null;
}

/** What of the catalogue bears on a dossier at an instant, from this service's own copies. */
export interface Circumstances {
  /** The version whose day has come, unless the procedure is repealed; null where there is none. */
  readonly inForce: AnnouncedVersion | null;
  /** Why no new dossier is taken now; null where one is. */
  readonly closed: {
    readonly reason: 'unknown' | 'notYet' | 'suspended' | 'repealed';
    readonly detail: string | null;
  } | null;
  readonly tariff: readonly TariffLine[];
  readonly policies: readonly Policy[];
  /** Agencies that exist, by code. */
  agency(code: string | null): AgencyFacts | null;
  /** The calendar of an agency or of its nearest ancestor (R4). @throws Refusal CATALOGUE.CALENDAR_UNKNOWN */
  calendarOf(code: string): Promise<KnownCalendar>;
}

interface Found {
  readonly version: number | null;
  readonly known: boolean;
  readonly suspended: string | null;
  readonly repealed: string | null;
  readonly tariff: TariffLine[] | null;
  readonly policies: Policy[] | null;
  readonly agencies: AgencyFacts[] | null;
}

// Everything in one round trip. An agency's calendar is its own or the nearest ancestor's, at its newest revision.
const FIND = `
  SELECT
    (SELECT version FROM procedure_version WHERE code = $1 AND effective_from <= $2 ORDER BY effective_from DESC, version DESC LIMIT 1) AS version,
    EXISTS (SELECT FROM procedure_version WHERE code = $1) AS known,
    (SELECT reason FROM procedure_suspension WHERE code = $1 AND suspended_from <= $2 AND (suspended_until IS NULL OR $2 < suspended_until) LIMIT 1) AS suspended,
    (SELECT repealed_from::text FROM procedure_repeal WHERE code = $1 AND repealed_from <= $2) AS repealed,
    (SELECT lines FROM tariff_copy WHERE procedure_code = $1) AS tariff,
    (SELECT json_agg(content ORDER BY code) FROM policy_copy) AS policies,
    (SELECT json_agg(json_build_object('code', a.code, 'level', a.level, 'name', a.name, 'ancestors', a.ancestors, 'active', a.active,
        'calendar', c.calendar, 'revision', (SELECT max(revision) FROM calendar_copy k WHERE k.code = c.calendar)))
      FROM agency_copy a LEFT JOIN LATERAL (
        SELECT calendar FROM agency_copy p WHERE p.code = ANY (a.ancestors) AND p.calendar IS NOT NULL ORDER BY cardinality(p.ancestors) DESC LIMIT 1) c ON true
      WHERE a.code = ANY ($3)) AS agencies`;

/** Reads the catalogue's copies for a decision about one dossier. */
@Injectable()
export class CircumstancesOf {
  constructor(
    private readonly procedures: Procedures,
    private readonly calendars: Calendars,
  ) {}

  async read(
    tx: Tx,
    procedureCode: string,
    agencies: readonly (string | null)[],
    now: Temporal.Instant,
  ): Promise<Circumstances> {
    const codes = [...new Set(agencies.filter((code) => code !== null))];
    const [found] = await tx.query<Found>(FIND, [procedureCode, codeDay(now), codes]);
    if (!found) throw new Error('a statement without FROM always gives a row');
    const byCode = new Map((found.agencies ?? []).map((agency) => [agency.code, agency]));
    const { version, repealed } = found;
    return {
      inForce: version === null || repealed !== null ? null : await this.procedures.version(procedureCode, version, tx),
      closed: closedBecause(found),
      tariff: found.tariff ?? [],
      policies: found.policies ?? [],
      agency: (code) => (code === null ? null : (byCode.get(code) ?? null)),
      calendarOf: (code) => {
        const { calendar, revision } = byCode.get(code) ?? { calendar: null, revision: null };
        if (calendar === null || revision === null)
          throw new Refusal<IntakeCode>('CATALOGUE.CALENDAR_UNKNOWN', { agency: code });
        return this.calendars.revision(calendar, revision, tx);
      },
    };
  }
}

const closedBecause = ({ known, version, suspended, repealed }: Found): Circumstances['closed'] => {
  if (!known) return { reason: 'unknown', detail: null };
  if (repealed !== null) return { reason: 'repealed', detail: repealed };
  if (version === null) return { reason: 'notYet', detail: null };
  return suspended === null ? null : { reason: 'suspended', detail: suspended };
};
