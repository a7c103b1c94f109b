import { Inject, Injectable } from '@nestjs/common';
import { type Clock, CLOCK, type Fault, legacyIdentifier, Refusal } from '@motcua/kernel';
import { AgencyChangedV1, type AgencyLevel } from '@motcua/contracts';
import { assertVersion, type Tx } from '@motcua/platform';
import { CalendarStore } from '../persistence/calendar-store.js';
import { HeadlineStore } from '../persistence/headline-store.js';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { AgencyStore } from '../persistence/agency-store.js';
import type { CatalogueCode } from '../problems.js';

export interface MaintainAgencyCommand {
  readonly code: string;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly parent: string | null;
  readonly calendar: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  readonly actor: string;
  /** Revision that the caller saw; undefined where it expects none. */
  readonly seen: number | undefined;
}

/** Creates, renames, moves or closes an agency. Whoever moves takes all below along. */
@Injectable()
export class MaintainAgency {
  constructor(
    @Inject(AgencyStore) private readonly agencies: AgencyStore,
    @Inject(CalendarStore) private readonly calendars: CalendarStore,
    @Inject(HeadlineStore) private readonly headlines: HeadlineStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal AGENCY.INVALID, RESOURCE.CHANGED, REQUEST.PRECONDITION_REQUIRED */
  async execute(tx: Tx, command: MaintainAgencyCommand): Promise<AgencyRecord> {
    await this.agencies.lockTree(tx);
    const { actor, seen, ...wanted } = command;
    const before = await this.agencies.find(wanted.code, tx);
    assertVersion(before?.revision, seen);
    const parent = wanted.parent === null ? undefined : await this.agencies.find(wanted.parent, tx);
    const faults = await this.faultsOf(tx, wanted, parent);
    if (faults.length > 0) throw new Refusal<CatalogueCode>('AGENCY.INVALID', {}, faults);
    const code = before?.code ?? wanted.code;
    const agency: AgencyRecord = {
      ...wanted,
      code,
      parent: parent?.code ?? null,
      legacyCode: legacyIdentifier(code),
      ancestors: [...(parent?.ancestors ?? []), code],
      revision: (before?.revision ?? 0) + 1,
    };
    await this.save(tx, agency, actor);
    if (before && before.parent !== agency.parent) await this.moveThoseBelow(tx, agency, actor);
    if (before && before.name !== agency.name) await this.headlines.refreshNaming(tx, code);
    return agency;
  }

  private async moveThoseBelow(tx: Tx, moved: AgencyRecord, actor: string): Promise<void> {
    for (const below of await this.agencies.below(tx, moved.code)) {
      const ancestors = [...moved.ancestors, ...below.ancestors.slice(below.ancestors.indexOf(moved.code) + 1)];
      await this.save(tx, { ...below, ancestors, revision: below.revision + 1 }, actor);
    }
  }

  private async save(tx: Tx, agency: AgencyRecord, actor: string): Promise<void> {
    const time = this.clock.now();
    await this.agencies.save(tx, agency);
    tx.publish({ contract: AgencyChangedV1, key: agency.code, data: agency, time });
    tx.record({ aggregate: `agency:${agency.code}`, at: time, actor, action: 'agency-kept', detail: { ...agency } });
  }

  private async faultsOf(
    tx: Tx,
    { code, parent, calendar }: Pick<AgencyRecord, 'code' | 'parent' | 'calendar'>,
    found: AgencyRecord | undefined,
  ): Promise<Fault[]> {
    const faults: Fault[] = [];
    if (parent !== null && !found) {
      faults.push({
        pointer: '/parent',
        code: 'AGENCY_UNKNOWN',
        detail: { vi: `Không có cơ quan ${parent}.`, en: `There is no agency ${parent}.` },
      });
    }
    if (found?.ancestors.includes(code)) {
      faults.push({
        pointer: '/parent',
        code: 'AGENCY_BELOW_ITSELF',
        detail: {
          vi: `${parent} là chính ${code} hoặc trực thuộc ${code}.`,
          en: `${parent} is ${code} itself or lies below it.`,
        },
      });
    }
    const namesake = await this.agencies.find(legacyIdentifier(code), tx);
    if (namesake && namesake.code !== code) {
      faults.push({
        pointer: '/code',
        code: 'LEGACY_CODE_TAKEN',
        detail: {
          vi: `Mã cũ ${namesake.legacyCode} đã thuộc về ${namesake.code}.`,
          en: `The legacy form ${namesake.legacyCode} belongs to ${namesake.code}.`,
        },
      });
    }
    if (calendar !== null && !(await this.calendars.find(calendar, tx))) {
      faults.push({
        pointer: '/calendar',
        code: 'CALENDAR_UNKNOWN',
        detail: { vi: `Không có lịch làm việc ${calendar}.`, en: `There is no working calendar ${calendar}.` },
      });
    }
    return faults;
  }
}
