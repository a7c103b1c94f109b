import { Inject, Injectable } from '@nestjs/common';
import { OfficerChangedV1 } from '@motcua/contracts';
import { CLOCK, type Clock, currentIdentifier, type Fault, isAgencyIdentifier, Refusal } from '@motcua/kernel';
import { assertVersion, type Tx, type PlatformCode } from '@motcua/platform';
import type { SigningRight } from '@motcua/processing-domain';
import { OfficerRegister, type OfficerRow } from '../../persistence/officer-register.js';
import type { OfficerRequest } from './officer.request.js';

export interface KeepOfficerCommand {
  readonly request: OfficerRequest;
  readonly subject: string;
  /** Undefined where nothing is expected to be there. */
  readonly version: number | undefined;
  readonly actor: string;
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
    vi: 'Ngày trở lại phải sau ngày bắt đầu vắng.',
    en: 'The first day back follows the first day away.',
  };
  const reversed = absentUntil != null && (absentFrom == null || absentUntil <= absentFrom);
  const faults = [
    ...unknown,
    ...(reversed ? [{ pointer: '/absentUntil', code: 'ABSENCE_REVERSED', detail: order }] : []),
  ];
  if (deputy != null && absentFrom == null)
    faults.push(deputyFault('ABSENCE_MISSING', 'Cần ngày bắt đầu vắng.', 'A deputy needs the first day away.'));
  if (deputy === subject)
    faults.push(deputyFault('DEPUTY_SELF', 'Không thể tự thay mình.', 'Nobody stands in for themselves.'));
  return faults;
}

const signingOf = ({ signing }: OfficerRequest): SigningRight[] | undefined =>
  signing?.map(({ agency, results }) => ({ agency: currentIdentifier(agency), results: results ?? null }));

/** Puts an officer into the register, or changes them, and tells everyone. */
@Injectable()
export class MaintainOfficer {
  constructor(
    private readonly officers: OfficerRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers the officer, and whether they are new. @throws Refusal RESOURCE.CHANGED, REQUEST.INVALID */
  async execute(
    tx: Tx,
    { subject, version, actor, request }: KeepOfficerCommand,
  ): Promise<{ officer: OfficerRow; isNew: boolean }> {
    const faults = faultsOf(request, subject);
    const deputy = request.deputy ?? null;
    if (deputy !== null && deputy !== subject && !(await this.officers.find(tx, deputy)))
      faults.push(deputyFault('DEPUTY_UNKNOWN', 'Không có cán bộ này.', 'There is no such officer.'));
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    const known = await this.officers.lock(tx, subject);
    assertVersion(known?.version, version);
    const officer: OfficerRow = {
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
    await this.officers.save(tx, officer);
    const { version: revision, signing, ...data } = officer;
    const now = this.clock.now();
    tx.publish({ contract: OfficerChangedV1, key: subject, data: { ...data, revision }, time: now });
    tx.record({
      aggregate: `officer/${subject}`,
      at: now,
      actor,
      action: known ? 'change' : 'register',
      detail: { revision, signing },
    });
    return { officer, isNew: known === undefined };
  }
}
