import { Controller, Get, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, Database, ok, PreferWait, Requires } from '@motcua/platform';
import { listHistory } from '../../persistence/list-history.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { CaseReader } from '../../access/case-reader.js';

@Controller('v1/cases/:dossierId')
@ApiTags('cases')
@Requires('case.read')
export class ShowCaseController {
  constructor(
    private readonly cases: CaseReader,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One case: its step, officers and deadlines' })
  @ApiOkResponse({ type: CaseView })
  async show(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @PreferWait() seconds: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const stored = await this.cases.find(actor, dossierId, seconds);
    return ok(caseView(stored, await this.cases.caller(actor, stored), this.clock.now()), {
      version: stored.row.version,
    });
  }

  @Get('history')
  @ApiOperation({ summary: 'History of the case: append-only, chained by hash' })
  async history(@Param('dossierId', ParseUUIDPipe) dossierId: string, @CurrentActor() actor: Actor): Promise<object> {
    await this.cases.find(actor, dossierId);
    const rows = await listHistory(this.database, dossierId);
    return {
      items: rows.map(({ at, hash, ...row }) => ({ ...row, at: withOffset(at), hash: hash.toString('hex') })),
      next: null,
    };
  }
}
