import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type Actor, permittedReach, type Queries, type Scope } from '@motcua/platform';
import type { StoredCase } from '../persistence/stored-case.js';
import type { Caller } from '@motcua/processing-domain';
import { type Ancestry, assertCaseReach, assertTaskReach, callerOf, concernedAgencies } from './reach.js';

/** Which officers may read a case and its tasks (R23). */
@Injectable()
export class CaseAccess {
  constructor(private readonly agencies: Agencies) {}

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async assertCase(queries: Queries, actor: Actor, scope: Scope, stored: StoredCase): Promise<void> {
    if (permittedReach(actor, scope) === 'all') return;
    assertCaseReach(actor, scope, stored, await this.ancestry(queries, concernedAgencies(stored.state)));
  }

  /** @throws Refusal RESOURCE.NOT_FOUND */
  async assertTask(queries: Queries, actor: Actor, scope: Scope, agency: string): Promise<void> {
    if (permittedReach(actor, scope) === 'all') return;
    assertTaskReach(actor, scope, agency, await this.ancestry(queries, [agency]));
  }

  /** What is to be known of an officer who reads a case. */
  async caller(queries: Queries, actor: Actor, { state }: StoredCase): Promise<Caller> {
    return callerOf(actor, 'case.work', await this.ancestry(queries, concernedAgencies(state)));
  }

  private async ancestry(queries: Queries, codes: readonly string[]): Promise<Ancestry> {
    const known = new Map((await this.agencies.findMany(codes, queries)).map((one) => [one.code, one.ancestors]));
    return (agency) => [agency, ...(known.get(agency) ?? [])];
  }
}
