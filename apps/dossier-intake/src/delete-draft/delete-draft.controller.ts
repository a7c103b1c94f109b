import { Controller, Delete, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DELETE_DRAFT } from './delete-draft.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class DeleteDraftController {
  constructor(private readonly dossiers: Dossiers) {}

  @Delete(':id')
  @HttpCode(204)
  @Requires('dossier.submit')
  @ApiOperation({ summary: 'Deletes a draft with its files' })
  @ApiNoContentResponse()
  delete(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.dossiers.run(DELETE_DRAFT, { id, version, actor, language: 'vi' });
  }
}
