import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, languageOf, ok, Requires } from '@motcua/platform';
import { ImportProcedures } from './import-procedures.use-case.js';
import { ImportRequest } from './import.request.js';
import { ImportView, importView } from './import.view.js';

@Controller('v1/imports')
@ApiTags('imports')
export class ImportProceduresController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(ImportProcedures) private readonly importProcedures: ImportProcedures,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('procedure.write')
  @ApiOperation({
    summary:
      "Imports procedures in the national portal's forms as drafts; one result per item, the rest imported when one is bad",
  })
  @ApiOkResponse({ type: ImportView })
  import(
    @Body() { items, dryRun }: ImportRequest,
    @CurrentActor() { subject: actor }: Actor,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Answer<ImportView>> {
    return this.commands.run(async (tx) => {
      const results = await this.importProcedures.execute(tx, { items, dryRun, actor });
      return ok(importView(results, dryRun, languageOf(language)));
    });
  }
}
