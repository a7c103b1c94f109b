import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  created,
  CurrentActor,
  IfMatch,
  languageOf,
  NOT_AN_OBJECT,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';
import { DossierViews } from '../dossier-view/dossier-views.js';
import { ChangeDraft } from './change-draft.use-case.js';
import { CreateDraft } from './create-draft.use-case.js';
import { DraftRequest } from './draft.request.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
@Requires('dossier.submit')
export class DraftDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly createDraft: CreateDraft,
    private readonly changeDraft: ChangeDraft,
    private readonly views: DossierViews,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Starts a draft; `missing` says which papers it still needs' })
  @ApiCreatedResponse({ type: DossierView })
  create(
    @Body() body: DraftRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.commands.run(async (tx) => {
      const draft = await this.createDraft.execute(tx, body, actor);
      const view = await this.views.of(draft, languageOf(language), tx, actor);
      return created(view, { version: draft.version, location: `/intake/v1/dossiers/${draft.id}` });
    });
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
    return this.commands.run(async (tx) => {
      const draft = await this.changeDraft.execute(tx, id, version, patch, actor);
      return ok(await this.views.of(draft, languageOf(language), tx, actor), { version: draft.version });
    });
  }
}
