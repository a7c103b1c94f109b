import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, type Answer, Commands, CurrentActor, IfMatchWhenReplacing, ok, Requires } from '@motcua/platform';
import { PreferenceRequest } from './preference.request.js';
import { personOf } from './person-of.js';
import { DEFAULT_PREFERENCE } from '../preferences/preference.js';
import { PreferenceView, preferenceView } from './preference.view.js';
import { Preferences } from '../preferences/preferences.js';
import { REPLACE_PREFERENCE } from './replace-preference.js';
import { SubjectPipe } from './subject.pipe.js';

@Controller('v1/preferences')
@ApiTags('preferences')
export class PreferencesController {
  constructor(
    private readonly preferences: Preferences,
    private readonly commands: Commands,
  ) {}

  @Get(':subject')
  @Requires('notification.read')
  @ApiOperation({ summary: 'Notification preferences; defaults (both channels, no ETag) until any are saved' })
  @ApiOkResponse({ type: PreferenceView })
  async get(
    @Param('subject', SubjectPipe) subject: string,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<PreferenceView>> {
    const found = await this.preferences.find(personOf(actor, 'notification.read', subject));
    return ok(preferenceView(subject, found ?? DEFAULT_PREFERENCE), found ? { version: found.version } : {});
  }

  @Put(':subject')
  @Requires('notification.write')
  @ApiOperation({ summary: 'Replaces the notification preferences; applies to future messages' })
  @ApiOkResponse({ type: PreferenceView })
  @ApiCreatedResponse({ type: PreferenceView })
  replace(
    @Param('subject', SubjectPipe) subject: string,
    @IfMatchWhenReplacing() version: number | undefined,
    @Body() { email, inApp, language }: PreferenceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<PreferenceView>> {
    const person = personOf(actor, 'notification.write', subject);
    const command = { person, subject, version, email, inApp, language, actor: actor.subject };
    return this.commands.run(REPLACE_PREFERENCE, command);
  }
}
