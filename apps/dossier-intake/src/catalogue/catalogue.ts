import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '@motcua/catalogue-copy';
import { codeDay } from '@motcua/dossier-domain';
import { CLOCK, type Clock, currentIdentifier } from '@motcua/kernel';
import type { Queries } from '@motcua/platform';
import { type AgencyFacts, type CatalogueSnapshot, type Offer, readSnapshot } from './catalogue-snapshot.js';
import { Circumstances, versionAt } from './circumstances.js';
import { type AnnouncedVersion, Procedures } from './procedures.js';

/** What one dossier asks of the catalogue. */
export interface Asked {
  readonly procedure: string;
  /** Identifiers of agencies, in either form. */
  readonly agencies: readonly string[];
}

interface Memory {
  readonly revision: number;
  readonly offers: Map<string, Offer>;
  /** Null: there is no such agency. */
  readonly agencies: Map<string, AgencyFacts | null>;
  policies: CatalogueSnapshot['policies'];
}

const MOST_REMEMBERED = 10_000;
// The decision comes a moment after its facts: over midnight it may find another version in force.
const A_MOMENT = { minutes: 1 };

const empty = (revision: number): Memory => ({ revision, offers: new Map(), agencies: new Map(), policies: [] });

/**
 * The copied catalogue in memory. A command reads the revision of the copies in its own transaction; what is remembered of an
 * earlier revision is forgotten, so that no decision knows less than its transaction could have read.
 */
@Injectable()
export class Catalogue {
  private memory = empty(-1);

  constructor(
    private readonly procedures: Procedures,
    private readonly calendars: Calendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Circumstances for each that asks, in their order. */
  async circumstances(queries: Queries, revision: number, asked: readonly Asked[]): Promise<Circumstances[]> {
    const memory = await this.remembered(queries, revision, asked);
    return Promise.all(asked.map((one) => this.circumstancesOf(queries, memory, one)));
  }

  private async remembered(queries: Queries, revision: number, asked: readonly Asked[]): Promise<Memory> {
    const procedures = [...new Set(asked.map(({ procedure }) => procedure))];
    const agencies = [...new Set(asked.flatMap((one) => one.agencies.map(currentIdentifier)))];
    const { memory } = this;
    const known =
      memory.revision >= revision &&
      procedures.every((code) => memory.offers.has(code)) &&
      agencies.every((code) => memory.agencies.has(code));
    if (known) return memory;
    return this.remember(await readSnapshot(queries, procedures, agencies), agencies);
  }

  private remember(snapshot: CatalogueSnapshot, asked: readonly string[]): Memory {
    const isNewer = snapshot.revision > this.memory.revision;
    const isFull = this.memory.offers.size + this.memory.agencies.size > MOST_REMEMBERED;
    if (isNewer || isFull) this.memory = empty(snapshot.revision);
    const memory = snapshot.revision === this.memory.revision ? this.memory : empty(snapshot.revision);
    memory.policies = snapshot.policies;
    for (const offer of snapshot.offers) memory.offers.set(offer.code, offer);
    for (const code of asked) memory.agencies.set(code, null);
    for (const agency of snapshot.agencies) memory.agencies.set(agency.code, agency);
    return memory;
  }

  private async circumstancesOf(queries: Queries, memory: Memory, { procedure, agencies }: Asked) {
    const offer = memory.offers.get(procedure);
    if (!offer) throw new Error(`procedure ${procedure} was not read`);
    const facts = withHeirs(agencies.map(currentIdentifier), memory.agencies);
    const now = this.clock.now();
    const numbers = [now, now.add(A_MOMENT)].flatMap((instant) => versionAt(offer, codeDay(instant)) ?? []);
    const versions = new Map<number, AnnouncedVersion>();
    for (const number of new Set(numbers))
      versions.set(number, await this.procedures.version(procedure, number, queries));
    const calendars = new Map<string, Awaited<ReturnType<Calendars['revision']>>>();
    for (const { calendar, revision } of facts)
      if (calendar !== null && revision !== null)
        calendars.set(`${calendar}@${revision}`, await this.calendars.revision(calendar, revision, queries));
    return new Circumstances({
      offer,
      policies: memory.policies,
      versions,
      agencies: new Map(facts.map((agency) => [agency.code, agency])),
      calendars,
    });
  }
}

/** These agencies, and who took the place of those that are closed. */
function withHeirs(codes: readonly string[], known: ReadonlyMap<string, AgencyFacts | null>): AgencyFacts[] {
  const found = new Map<string, AgencyFacts>();
  const ahead = [...codes];
  for (let code = ahead.pop(); code !== undefined; code = ahead.pop()) {
    const agency = known.get(code);
    if (!agency || found.has(code)) continue;
    found.set(code, agency);
    ahead.push(...agency.successors);
  }
  return [...found.values()];
}
