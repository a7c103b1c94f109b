import { Body, Controller, Headers, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { RECORD_RECEIVED } from './record-received.js';
import { ReceivedPapersDocument } from '../asked-fields/received-papers.document.js';

@Controller('v1/dossiers')
@ApiTags('reception')
export class RecordReceivedController {
  constructor(private readonly dossiers: Dossiers) {}

  @Put(':id/received-papers')
  @Requires('dossier.submit')
  @ApiOperation({
    summary: 'Records the papers that the office received: originals, copies, compared and given back, beyond the list',
  })
  @ApiOkResponse({ type: DossierView })
  record(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() received: ReceivedPapersDocument,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(RECORD_RECEIVED, { id, version, actor, language: languageOf(language), received });
  }
}
