import { currentIdentifier, type Fault, isAgencyIdentifier, Refusal } from '@motcua/kernel';
import { assertVersion, type CommandKind, created, ok, sql, type PlatformCode } from '@motcua/platform';
import type { SigningRight } from '@motcua/processing-domain';
import { OFFICER, type OfficerChange } from '../../persistence/officer-aggregate.js';
import { type OfficerRow, officersWhere } from '../../persistence/officer-register.js';
import type { OfficerRequest } from './officer.request.js';
import { type RegisteredOfficerView, registeredOfficerView } from './registered-officer.view.js';

interface MaintainOfficer {
  readonly request: OfficerRequest;
  readonly subject: string;
  /** Undefined where nothing is expected to be there. */
  readonly version: number | undefined;
  readonly actor: string;
}

interface OfficerFacts {
  readonly known: OfficerRow | null;
  readonly deputyKnown: boolean;
}

const NOT_AN_AGENCY = { vi: 'Không phải mã định danh cơ quan.', en: 'Not an agency identifier.' };

const identifierFaults = (identifier: string, pointer: string): Fault[] =>
  isAgencyIdentifier(identifier) ? [] : [{ pointer, code: 'AGENCY_IDENTIFIER', detail: NOT_AN_AGENCY }];

const deputyFault = (code: string, vi: string, en: string): Fault => ({ pointer: '/deputy', code, detail: { vi, en } });

function faultsOf(
  { agencies, signing = [], absentFrom, absentUntil, deputy }: OfficerRequest,
  subject: string,
): Fault[] {
  const unknown = [
    ...agencies.flatMap((agency, i) => identifierFaults(agency, `/agencies/${i}`)),
    ...signing.flatMap(({ agency }, i) => identifierFaults(agency, `/signing/${i}/agency`)),
  ];
  const order = {
    vi: 'Ngày trở lại phải sau ngày bắt đầu vắng mặt.',
    en: 'The first day back must be after the first day of absence.',
  };
  const reversed = absentUntil != null && (absentFrom == null || absentUntil <= absentFrom);
  const faults = [
    ...unknown,
    ...(reversed ? [{ pointer: '/absentUntil', code: 'ABSENCE_REVERSED', detail: order }] : []),
  ];
  if (deputy != null && absentFrom == null)
    faults.push(
      deputyFault('ABSENCE_MISSING', 'Phải có ngày bắt đầu vắng mặt.', 'A deputy needs the first day of absence.'),
    );
  if (deputy === subject)
    faults.push(
      deputyFault('DEPUTY_SELF', 'Người thay thế phải là cán bộ khác.', 'An officer cannot be their own deputy.'),
    );
  return faults;
}

const signingOf = ({ signing }: OfficerRequest): SigningRight[] | undefined =>
  signing?.map(({ agency, results }) => ({ agency: currentIdentifier(agency), results: results ?? null }));

/** Puts an officer into the register, or changes them. */
export const MAINTAIN_OFFICER: CommandKind<MaintainOfficer, OfficerFacts, OfficerChange, RegisteredOfficerView> = {
  aggregate: OFFICER,
  about: ({ subject }) => `officer/${subject}`,
  facts: async (queries, commands) => {
    const subjects = [...new Set(commands.map(({ subject }) => subject))].sort();
    const named = [...subjects, ...commands.flatMap(({ request }) => (request.deputy == null ? [] : [request.deputy]))];
    // An officer who is not there yet has no row to lock.
    const lock = sql`SELECT pg_advisory_xact_lock(hashtextextended('officer/' || s, 0)) FROM unnest(${subjects}::text[]) AS s`;
    const [, rows] = await Promise.all([
      queries.query(lock),
      queries.query<OfficerRow>(officersWhere(sql`o.subject = ANY (${named}::text[])`)),
    ]);
    const officers = new Map(rows.map((row) => [row.subject, row]));
    return commands.map(({ subject, request }) => ({
      known: officers.get(subject) ?? null,
      deputyKnown: request.deputy == null || officers.has(request.deputy),
    }));
  },
  /** @throws Refusal RESOURCE.CHANGED, REQUEST.INVALID */
  decide: ({ known, deputyKnown }, { subject, version, actor, request }, at) => {
    const faults = faultsOf(request, subject);
    const deputy = request.deputy ?? null;
    if (deputy !== subject && !deputyKnown)
      faults.push(deputyFault('DEPUTY_UNKNOWN', 'Không có cán bộ này.', 'This officer is not registered.'));
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    assertVersion(known?.version, version);
    const after: OfficerRow = {
      subject,
      version: (known?.version ?? 0) + 1,
      name: request.name,
      title: request.title,
      agencies: request.agencies.map(currentIdentifier),
      roles: request.roles,
      signing: signingOf(request) ?? known?.signing ?? [],
      absentFrom: request.absentFrom ?? null,
      absentUntil: request.absentUntil ?? null,
      deputy,
    };
    return { before: known, after, at, actor };
  },
  answer: ({ before, after }) => (before ? ok : created)(registeredOfficerView(after), { version: after.version }),
};
