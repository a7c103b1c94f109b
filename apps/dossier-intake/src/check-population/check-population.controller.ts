import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Fault, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  identityHash,
  IfMatch,
  languageOf,
  openText,
  permittedReach,
  PlatformConfig,
  type PlatformCode,
  refsOf,
  Requires,
  SealingConfig,
  WithoutIdempotencyKey,
} from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { CHECK_POPULATION } from './check-population.js';
import { PopulationCheckRequest } from './population-check.request.js';
import { PopulationCheckView } from './population-check.view.js';
import { PopulationDatabase } from './population-database.js';
import { PopulationLookupRequest } from './population-lookup.request.js';
import { PopulationLookupView } from './population-lookup.view.js';
import { RECORD_LOOKUP } from './record-lookup.js';

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });
const invalid = (one: Fault): Refusal<PlatformCode> => new Refusal<PlatformCode>('REQUEST.INVALID', {}, [one]);
const NO_CONSENT = fault(
  '/consent',
  'CONSENT_REQUIRED',
  'Chỉ tra cứu khi người nộp hồ sơ đồng ý.',
  'A look-up needs the consent of the applicant.',
);
const NO_CITIZEN_ID = fault(
  '/citizenId',
  'IS_CITIZEN_ID',
  'Phải là số định danh cá nhân gồm 12 chữ số.',
  'It must be a citizen id of 12 digits.',
);

@Controller('v1')
@ApiTags('population database')
@Requires('dossier.submit')
export class CheckPopulationController {
  constructor(
    private readonly population: PopulationDatabase,
    private readonly dossiers: Dossiers,
    private readonly commands: Commands,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
  ) {}

  @Post('population-lookups')
  @HttpCode(200)
  // The answer names a person: it is kept nowhere, not even for a repeat.
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary: 'A citizen who agrees, as the National Population Database has them, to begin a draft with (R19)',
  })
  @ApiOkResponse({ type: PopulationLookupView })
  async lookUp(
    @Body() { citizenId, consent }: PopulationLookupRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PopulationLookupView> {
    if (!consent) throw invalid(NO_CONSENT);
    if (!/^\d{12}$/.test(citizenId)) throw invalid(NO_CITIZEN_ID);
    const ref = identityHash(this.platform.identityKey, 'citizenId', citizenId);
    if (permittedReach(actor, 'dossier.submit') === 'own' && !refsOf(actor).includes(ref))
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const lookup = await this.population.find(citizenId);
    await this.commands.run(RECORD_LOOKUP, { ref, outcome: lookup.outcome, actor: actor.subject });
    return { outcome: lookup.outcome, person: lookup.outcome === 'found' ? lookup.person : null };
  }

  @Post('dossiers/:id/population-check')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Compares the applicant, who agrees, with the National Population Database, at drafting or at reception (R19)',
  })
  @ApiOkResponse({ type: PopulationCheckView })
  async check(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { consent, adopt = false }: PopulationCheckRequest,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language?: string,
  ): Promise<Answer> {
    if (!consent) throw invalid(NO_CONSENT);
    const { applicant, applicantRef } = await this.dossiers.see(id, actor, 'dossier.submit');
    if (applicant.identityType !== 'citizenId') throw invalid({ ...NO_CITIZEN_ID, pointer: '/applicant/identity' });
    const lookup = await this.population.find(openText(this.sealing.sealingKey, applicant.identityNumber));
    const asked = { id, version, actor, language: languageOf(language) };
    return this.dossiers.run(CHECK_POPULATION, { ...asked, lookup, applicantRef, adopt });
  }
}
