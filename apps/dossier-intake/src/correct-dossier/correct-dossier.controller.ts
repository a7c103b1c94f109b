import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, CurrentActor, IfMatch, languageOf, Requires } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { DossierView } from '../dossier-view/dossier.view.js';
import { ChangeContactRequest } from './change-contact.request.js';
import { ChangeContact } from './change-contact.js';
import { CorrectDossier, type Correcting } from './correct-dossier.js';
import { CorrectionRequest } from './correction.request.js';
import { CorrectionsView } from './corrections.view.js';
import { ForwardDossier } from './forward-dossier.js';
import { ForwardRequest } from './forward.request.js';
import { ReadCorrections } from './read-corrections.js';

@Controller('v1/dossiers')
@ApiTags('corrections')
export class CorrectDossierController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly correctDossier: CorrectDossier,
    private readonly changeContact: ChangeContact,
    private readonly forwardDossier: ForwardDossier,
    private readonly corrections: ReadCorrections,
  ) {}

  @Post(':id/corrections')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({
    summary: 'Corrects what a submitted dossier says',
    description:
      'Former values, reason and who asked are kept. What changes the fee or the competent agency is refused with 409 and ' +
      'both values until it is sent with `confirmed`.',
  })
  @ApiCreatedResponse({ type: DossierView })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() asked: CorrectionRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    return this.dossiers.run(this.correctDossier, { id, version, actor, language: languageOf(language), asked });
  }

  @Post(':id/forwarding')
  @HttpCode(201)
  @Requires('dossier.receive')
  @ApiOperation({
    summary: 'Forwards a dossier to the right office before its acceptance, instead of refusing it (R23)',
  })
  @ApiCreatedResponse({ type: DossierView })
  forward(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { receivingAgency, competentAgency, reason }: ForwardRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked: Correcting = {
      receivingAgency,
      ...(competentAgency !== undefined && { competentAgency }),
      reason,
      askedBy: actor.name ?? actor.subject,
      confirmed: true,
    };
    return this.dossiers.run(this.forwardDossier, { id, version, actor, language: languageOf(language), asked });
  }

  @Put(':id/contact')
  @Requires('dossier.submit')
  @ApiOperation({ summary: 'Changes how the applicant is reached and how the result is handed over; theirs to do too' })
  @ApiOkResponse({ type: DossierView })
  contact(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { delivery, language: tongue, ...applicant }: ChangeContactRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    const asked: Correcting = {
      reason: 'Thay đổi thông tin liên hệ, nơi nhận kết quả',
      askedBy: actor.name ?? actor.subject,
      confirmed: false,
      applicant,
      ...(delivery && { delivery }),
      ...(tongue && { language: tongue }),
    };
    return this.dossiers.run(this.changeContact, { id, version, actor, language: languageOf(language), asked });
  }

  @Get(':id/corrections')
  @Requires('dossier.read')
  @ApiOperation({ summary: 'Lists what was corrected, with the former values' })
  @ApiOkResponse({ type: CorrectionsView })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<CorrectionsView> {
    await this.dossiers.see(id, actor, 'dossier.read');
    return { items: await this.corrections.of(id) };
  }
}
