import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  IfMatch,
  languageOf,
  NOT_AN_OBJECT,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { ChangeDraft } from './change-draft.js';
import { CreateDraft } from './create-draft.js';
import { DraftRequest } from './draft.request.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
@Requires('dossier.submit')
export class DraftDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
    private readonly createDraft: CreateDraft,
    private readonly changeDraft: ChangeDraft,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Creates a draft; `missing` lists the required papers that are not attached yet' })
  @ApiCreatedResponse({ type: DossierView })
  create(
    @Body() body: DraftRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const command = { id: newId(), request: body, actor, language: languageOf(language) };
    return this.commands.run(this.createDraft, command);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a draft by a JSON merge patch (RFC 7396): all of it or nothing' })
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiBody({ type: DraftRequest })
  @ApiOkResponse({ type: DossierView })
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() patch: unknown,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
      throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, [NOT_AN_OBJECT]);
    return this.dossiers.run(this.changeDraft, { id, version, patch, actor, language: languageOf(language) });
  }
}
