import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertVersion,
  Commands,
  created,
  CurrentActor,
  IfMatchWhenReplacing,
  ok,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { PreferenceRequest } from './preference.request.js';
import { personOf } from './person-of.js';
import { DEFAULT_PREFERENCE } from '../preferences/preference.js';
import { PreferenceView, preferenceView } from './preference.view.js';
import { Preferences } from '../preferences/preferences.js';
import { SubjectPipe } from './subject.pipe.js';

@Controller('v1/preferences')
@ApiTags('preferences')
export class PreferencesController {
  constructor(
    @Inject(Preferences) private readonly preferences: Preferences,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
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
  save(
    @Param('subject', SubjectPipe) subject: string,
    @IfMatchWhenReplacing() seen: number | undefined,
    @Body() { email, inApp, language }: PreferenceRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Answer<PreferenceView>> {
    const person = personOf(actor, 'notification.write', subject);
    return this.commands.run(async (tx) => {
      assertVersion((await this.preferences.lock(tx, person))?.version, seen);
      const wish = { email, inApp, language };
      const saved = await this.preferences.save(tx, person, wish, seen);
      if (!saved) throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
      const at = this.clock.now();
      tx.record({
        aggregate: `preference:${person}`,
        at,
        actor: actor.subject,
        action: 'changePreference',
        detail: wish,
      });
      const answer = preferenceView(subject, saved);
      return saved.version === 1
        ? created(answer, { version: 1, location: `/notification/v1/preferences/${encodeURIComponent(subject)}` })
        : ok(answer, { version: saved.version });
    });
  }
}
