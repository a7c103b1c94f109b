import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Database, Requires } from '@motcua/platform';
import { CaseReader } from '../../access/case-reader.js';
import { TaskReader } from '../../access/task-reader.js';
import { OpinionsView } from './opinions.view.js';
import { opinionView } from './opinion.view.js';

@Controller('v1/cases/:dossierId/opinions')
@ApiTags('cases')
@Requires('case.read')
export class ReadOpinionsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly tasks: TaskReader,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Consultations of other agencies about the case, with their answers' })
  @ApiOkResponse({ type: OpinionsView })
  async list(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @CurrentActor() actor: Actor,
  ): Promise<OpinionsView> {
    await this.cases.find(actor, dossierId);
    const rows = await this.tasks.ofCase(this.database, dossierId);
    return { items: rows.filter(({ kind }) => kind === 'opinion').map(opinionView) };
  }
}
