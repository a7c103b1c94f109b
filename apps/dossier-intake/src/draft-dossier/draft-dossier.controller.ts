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
  openText,
  Requires,
  SealingConfig,
} from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { openParties } from '../persistence/parties.js';
import { openForm } from '../persistence/stored-form.js';
import { copiedDraft } from './copied-draft.js';
import { ChangeDraft } from './change-draft.js';
import { CreateDraft } from './create-draft.js';
import { DraftRequest } from '../drafts/draft.request.js';

@Controller('v1/dossiers')
@ApiTags('dossiers')
@Requires('dossier.submit')
export class DraftDossierController {
  constructor(
    private readonly commands: Commands,
    private readonly dossiers: Dossiers,
    private readonly createDraft: CreateDraft,
    private readonly changeDraft: ChangeDraft,
    private readonly sealing: SealingConfig,
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

  @Post(':id/copy')
  @HttpCode(201)
  @ApiOperation({ summary: 'Begins a new draft from what an earlier dossier says, without its papers' })
  @ApiCreatedResponse({ type: DossierView })
  async copy(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const dossier = await this.dossiers.see(id, actor, 'dossier.submit');
    const { sealingKey } = this.sealing;
    const opened = {
      dossier,
      number: openText(sealingKey, dossier.applicant.identityNumber),
      parties: openParties(dossier.parties, sealingKey),
      form: openForm(dossier.formData, sealingKey),
    };
    const command = { id: newId(), request: copiedDraft(opened, actor), actor, language: languageOf(language) };
    return this.commands.run(this.createDraft, command, { copied: id });
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
