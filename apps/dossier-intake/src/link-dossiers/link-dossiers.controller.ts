import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatch, Requires } from '@motcua/platform';
import { createLinked, CreateLinkedKind } from './create-linked.js';
import { LinkedRequest } from './linked.request.js';
import { LinkedView } from './linked.view.js';
import { ReadLinked } from './read-linked.js';
import { SubmitLinkedKind } from './submit-linked.js';

/** Dossiers of several procedures that are submitted together (liên thông). */
@Controller('v1/linked-dossiers')
@ApiTags('linked dossiers')
export class LinkDossiersController {
  constructor(
    private readonly commands: Commands,
    private readonly createLinked: CreateLinkedKind,
    private readonly submitLinked: SubmitLinkedKind,
    private readonly linked: ReadLinked,
  ) {}

  @Post()
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary: 'Creates a draft for each procedure of a group; papers are then attached to each, but for what passes on',
  })
  @ApiCreatedResponse({ type: LinkedView })
  create(@Body() body: LinkedRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    return this.commands.run(this.createLinked, createLinked(body, actor));
  }

  @Get(':id')
  @Requires('dossier.read')
  @ApiOperation({ summary: 'Returns all of them, to who may see one of them' })
  @ApiOkResponse({ type: LinkedView })
  read(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Answer> {
    return this.linked.one(id, actor);
  }

  @Post(':id/submission')
  @HttpCode(201)
  @Requires('dossier.submit')
  @ApiOperation({
    summary:
      'Submits all of them or none: each gets its code and fee; one that takes over the result of another waits for it',
  })
  @ApiCreatedResponse({ type: LinkedView })
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Answer> {
    return this.commands.run(this.submitLinked, { id, version, actor });
  }
}
