import { Injectable } from '@nestjs/common';
import { type Actor, awaitKnown, Database } from '@motcua/platform';
import type { Caller } from '@motcua/processing-domain';
import { CaseAccess } from './case-access.js';
import { Cases } from '../persistence/cases.js';
import type { StoredCase } from '../persistence/stored-case.js';

/** Cases as officers read them, and what of them their applicants follow. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly access: CaseAccess,
  ) {}

  /** Waits for a case whose acceptance may not have arrived yet. @throws Refusal NOT_YET_KNOWN, RESOURCE.NOT_FOUND */
  async find(
    actor: Actor,
    dossierId: string,
    waitSeconds = 0,
    scope: 'case.read' | 'case.follow' | 'case.work' = 'case.read',
  ): Promise<StoredCase> {
    const stored = await awaitKnown(waitSeconds, () => this.cases.read(this.database, dossierId), { dossierId });
    await this.access.assertCase(this.database, actor, scope, stored);
    return stored;
  }

  /** Who reads it, as decisions know them. */
  caller(actor: Actor, stored: StoredCase): Promise<Caller> {
    return this.access.caller(this.database, actor, stored);
  }
}
