import { Controller, Get, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '@motcua/kernel';
import { type Actor, type Answer, CurrentActor, Database, ok, PreferWait, Requires } from '@motcua/platform';
import { caseAggregate } from '../../persistence/case-store.js';
import { CaseView, caseView } from '../../views/case.view.js';
import { CaseReader } from '../../access/case-reader.js';

interface HistoryRow {
  readonly n: number;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: string;
  readonly detail: object;
  readonly hash: Buffer;
}

const HISTORY = `SELECT n, at, actor, action, detail, hash FROM history WHERE aggregate = $1 ORDER BY n LIMIT 1000`;

@Controller('v1/cases/:dossierId')
@ApiTags('cases')
@Requires('case.read')
export class ShowCaseController {
  constructor(
    private readonly cases: CaseReader,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The case: where it stands, who holds it, until when' })
  @ApiOkResponse({ type: CaseView })
  async show(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @PreferWait() seconds: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    const stored = await this.cases.find(actor, dossierId, seconds);
    return ok(caseView(stored), { version: stored.version });
  }

  @Get('history')
  @ApiOperation({ summary: 'Who did what to the case, when; append-only, chained by hash' })
  async history(@Param('dossierId', ParseUUIDPipe) dossierId: string, @CurrentActor() actor: Actor): Promise<object> {
    await this.cases.find(actor, dossierId);
    const rows = await this.database.query<HistoryRow>(HISTORY, [caseAggregate(dossierId)]);
    return {
      items: rows.map(({ at, hash, ...row }) => ({ ...row, at: withOffset(at), hash: hash.toString('hex') })),
      next: null,
    };
  }
}
