import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { parseCalendar } from '@motcua/legal-clock';
import { LOGGER, type Tx, UnitOfWork } from '@motcua/platform';
import type { Logger } from 'pino';
import { AnnounceVersion } from '../announce-version/announce-version.use-case.js';
import { CatalogueConfig } from '../catalogue.config.js';
import { DraftVersion } from '../draft-version/draft-version.use-case.js';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { MaintainAgency } from '../maintain-agency/maintain-agency.use-case.js';
import { MaintainCalendar } from '../maintain-calendar/maintain-calendar.use-case.js';
import { FieldStore } from '../persistence/field-store.js';
import { MaintainPolicy, type MaintainPolicyCommand } from '../maintain-policy/maintain-policy.use-case.js';
import { SetTariff } from '../set-tariff/set-tariff.use-case.js';
import { readSeed, seedFilesIn } from './seed-files.js';
import { definitionOfSeed, type SeedProcedure } from './seed-procedure.js';

type SeedAgency = Pick<AgencyRecord, 'code' | 'name' | 'level' | 'parent' | 'calendar'> &
  Partial<Pick<AgencyRecord, 'address' | 'phone'>>;
type SeedPolicy = Omit<MaintainPolicyCommand, 'actor' | 'seen'> & { readonly illustrative: unknown };

const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtextextended('catalogue.seed', 0))`;
const IS_EMPTY = `
  SELECT NOT EXISTS (SELECT FROM agency) AND NOT EXISTS (SELECT FROM working_calendar) AND NOT EXISTS (SELECT FROM procedure) AS empty`;

/**
 * Fills an empty catalogue with the province's seed, through the same use cases as the API and in one transaction: a
 * process killed half-way leaves nothing, a second start changes nothing, and every change is published.
 */
@Injectable()
export class LoadSeed implements OnApplicationBootstrap {
  private readonly by = { actor: 'system:seed', seen: undefined };

  constructor(
    @Inject(CatalogueConfig) private readonly config: CatalogueConfig,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MaintainCalendar) private readonly maintainCalendar: MaintainCalendar,
    @Inject(MaintainAgency) private readonly maintainAgency: MaintainAgency,
    @Inject(FieldStore) private readonly fields: FieldStore,
    @Inject(MaintainPolicy) private readonly maintainPolicy: MaintainPolicy,
    @Inject(DraftVersion) private readonly draftVersion: DraftVersion,
    @Inject(AnnounceVersion) private readonly announceVersion: AnnounceVersion,
    @Inject(SetTariff) private readonly setTariff: SetTariff,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.seed) return;
    const loaded = await this.execute();
    if (loaded) this.logger.info({ province: this.config.province }, 'seed loaded');
  }

  /** True where it loaded something. Throws in words for an operator where there is no seed of the province. */
  async execute(): Promise<boolean> {
    const agencies = readSeed<SeedAgency[]>('agencies.json');
    const root = agencies.find(({ parent }) => parent === null)?.code;
    if (root !== this.config.province) {
      throw new Error(
        `There is no seed for the province ${this.config.province}: set MOTCUA_PROVINCE=${root ?? ''}, or MOTCUA_SEED=false and enter the catalogue by its API.`,
      );
    }
    return this.unitOfWork.run(async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const [catalogue] = await tx.query<{ empty: boolean }>(IS_EMPTY);
      if (!catalogue?.empty) return false;
      await this.calendars(tx);
      for (const { code, name, level, parent, calendar, address = null, phone = null } of agencies) {
        await this.maintainAgency.execute(tx, {
          code,
          name,
          level,
          parent,
          calendar,
          address,
          phone,
          active: true,
          ...this.by,
        });
      }
      for (const { code, name } of readSeed<{ code: string; name: string }[]>('fields.json'))
        await this.fields.save(tx, code, name, undefined);
      for (const path of seedFilesIn('procedures/')) await this.procedure(tx, readSeed<SeedProcedure>(path));
      for (const { illustrative: _, ...policy } of readSeed<SeedPolicy[]>('policies.json'))
        await this.maintainPolicy.execute(tx, { ...policy, ...this.by });
      return true;
    });
  }

  private async calendars(tx: Tx): Promise<void> {
    for (const path of seedFilesIn('calendars/')) {
      const code = path.replace(/^.*\/|\.json$/g, '');
      await this.maintainCalendar.execute(tx, { code, definition: parseCalendar(readSeed(path)), ...this.by });
    }
  }

  private async procedure(tx: Tx, file: SeedProcedure): Promise<void> {
    const { code, version, announcement, tariff } = file;
    await this.draftVersion.execute(tx, {
      code,
      version: version.number,
      definition: definitionOfSeed(file),
      origin: 'seed',
      ...this.by,
    });
    await this.setTariff.execute(tx, { code, lines: tariff.lines, ...this.by });
    await this.announceVersion.execute(tx, { code, version: version.number, announcement, ...this.by });
  }
}
