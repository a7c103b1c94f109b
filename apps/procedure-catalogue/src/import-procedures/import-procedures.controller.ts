import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, languageOf, Requires } from '@motcua/platform';
import { IMPORT_PROCEDURES } from '../changes/import-procedures.js';
import { ImportView } from '../views/import.view.js';
import { ImportRequest } from './import.request.js';

@Controller('v1/imports')
@ApiTags('imports')
export class ImportProceduresController {
  constructor(private readonly commands: Commands) {}

  @Post()
  @HttpCode(200)
  @Requires('procedure.write')
  @ApiOperation({
    summary:
      "Imports procedures in the national portal's forms as drafts; returns one result per item, and a bad item does not stop the rest",
  })
  @ApiOkResponse({ type: ImportView })
  import(
    @Body() { items, dryRun }: ImportRequest,
    @CurrentActor() { subject: actor }: Actor,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Answer<ImportView>> {
    return this.commands.run(IMPORT_PROCEDURES, { items, dryRun, actor, language: languageOf(language) });
  }
}
