import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { AgencyRecord, SynonymRecord } from '@motcua/catalogue-domain';
import { parseCalendar } from '@motcua/legal-clock';
import { Commands, LOGGER, sql, type Tx, UnitOfWork } from '@motcua/platform';
import type { Logger } from 'pino';
import { CatalogueConfig } from '../catalogue.config.js';
import { ANNOUNCE_VERSION } from '../changes/announce-version.js';
import { DRAFT_VERSION } from '../changes/draft-version.js';
import { MAINTAIN_AGENCY } from '../changes/maintain-agency.js';
import { MAINTAIN_CALENDAR } from '../changes/maintain-calendar.js';
import { MAINTAIN_FIELD } from '../changes/maintain-field.js';
import { MAINTAIN_GROUP, type MaintainGroup } from '../changes/maintain-group.js';
import { MAINTAIN_POLICY, type MaintainPolicy } from '../changes/maintain-policy.js';
import { MAINTAIN_SYNONYM } from '../changes/maintain-synonym.js';
import { SET_TARIFF } from '../changes/set-tariff.js';
import { readSeed, seedFilesIn } from './seed-files.js';
import { definitionOfSeed, type SeedProcedure } from './seed-procedure.js';

type SeedAgency = Pick<AgencyRecord, 'code' | 'name' | 'level' | 'parent' | 'calendar'> &
  Partial<Pick<AgencyRecord, 'kind' | 'address' | 'phone'>>;
type SeedGroup = Omit<MaintainGroup, 'actor' | 'seen'> & { readonly illustrative: unknown };
type SeedPolicy = Omit<MaintainPolicy, 'actor' | 'seen'> & { readonly illustrative: unknown };

const ONE_AT_A_TIME = sql`SELECT pg_advisory_xact_lock(hashtextextended('catalogue.seed', 0))`;
const IS_EMPTY = sql`
  SELECT NOT EXISTS (SELECT FROM agency) AND NOT EXISTS (SELECT FROM working_calendar) AND NOT EXISTS (SELECT FROM procedure) AS empty`;

/**
 * Fills an empty catalogue with the province's seed, by the same commands as the API and in one transaction: a process
 * killed half-way leaves nothing, a second start changes nothing, and every change is published.
 */
@Injectable()
export class LoadSeed implements OnApplicationBootstrap {
  private readonly by = { actor: 'system:seed', seen: undefined };

  constructor(
    private readonly config: CatalogueConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: Commands,
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
      for (const { kind = 'administrative', address = null, phone = null, ...agency } of agencies) {
        const { code, name, level, parent, calendar } = agency;
        await this.commands.apply(tx, MAINTAIN_AGENCY, {
          code,
          name,
          level,
          kind,
          parent,
          calendar,
          address,
          phone,
          active: true,
          successors: [],
          ...this.by,
        });
      }
      for (const { code, name } of readSeed<{ code: string; name: string }[]>('fields.json'))
        await this.commands.apply(tx, MAINTAIN_FIELD, { code, name, ...this.by });
      for (const path of seedFilesIn('procedures/')) await this.procedure(tx, readSeed<SeedProcedure>(path));
      for (const { illustrative: _, ...policy } of readSeed<SeedPolicy[]>('policies.json'))
        await this.commands.apply(tx, MAINTAIN_POLICY, { ...policy, ...this.by });
      for (const { illustrative: _, ...group } of readSeed<SeedGroup[]>('procedure-groups.json'))
        await this.commands.apply(tx, MAINTAIN_GROUP, { ...group, ...this.by });
      const synonyms = readSeed<Omit<SynonymRecord, 'revision'>[]>('synonyms.json');
      await Promise.all(
        synonyms.map((synonym) => this.commands.apply(tx, MAINTAIN_SYNONYM, { ...synonym, ...this.by })),
      );
      return true;
    });
  }

  private async calendars(tx: Tx): Promise<void> {
    for (const path of seedFilesIn('calendars/')) {
      const code = path.replace(/^.*\/|\.json$/g, '');
      await this.commands.apply(tx, MAINTAIN_CALENDAR, { code, definition: parseCalendar(readSeed(path)), ...this.by });
    }
  }

  private async procedure(tx: Tx, file: SeedProcedure): Promise<void> {
    const { code, version, announcement, tariff } = file;
    await this.commands.apply(tx, DRAFT_VERSION, {
      code,
      version: version.number,
      definition: definitionOfSeed(file),
      origin: 'seed',
      ...this.by,
    });
    await this.commands.apply(tx, SET_TARIFF, { code, lines: tariff.lines, ...this.by });
    await this.commands.apply(tx, ANNOUNCE_VERSION, { code, version: version.number, announcement, ...this.by });
  }
}
