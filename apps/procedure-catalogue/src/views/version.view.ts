import { JsonObject, ListOf, Nested, OneOf, Text, Whole } from '@motcua/platform';
import { AnnouncementShape } from '../shapes/announcement.shape.js';
import { VersionContentShape } from '../shapes/version-content.shape.js';
import { NamedCodeShape } from '../shapes/named-code.shape.js';
import {
  stateOn,
  VERSION_STATES,
  type VersionState,
  type OpenQuestion,
  type ReadingNote,
  type ProcedureRecord,
  type VersionRecord,
  type AsGiven,
  type VersionDefinition,
} from '@motcua/catalogue-domain';
import { OpenQuestionView } from './open-question.view.js';
import { ReadingNoteView } from './reading-note.view.js';

/** One version with its announcement. The ETag of `…/versions/{n}` is its `revision`. */
export class VersionView extends VersionContentShape {
  @Text({ example: '1.001686' })
  readonly procedure!: string;

  @Whole({ min: 1 })
  readonly version!: number;

  @OneOf(VERSION_STATES, { description: 'At the time of the answer, or at the time asked about' })
  readonly state!: VersionState;

  @Nested(() => NamedCodeShape, {
    description: 'Code and name of the field; the code is null where an import named an unknown one',
  })
  declare readonly field: never;

  @Nested(() => AnnouncementShape, { nullable: true })
  readonly announcement!: VersionRecord['announcement'];

  @ListOf(() => OpenQuestionView)
  readonly openQuestions!: readonly OpenQuestion[];

  @ListOf(() => ReadingNoteView)
  readonly notes!: readonly ReadingNote[];

  @JsonObject({ nullable: true, description: 'Text of an import that could not be read as data' })
  readonly asGiven!: AsGiven | null;

  @Text({ example: 'imported' })
  readonly origin!: string;

  @Whole({ min: 1 })
  readonly revision!: number;
}

export type VersionBody = VersionDefinition &
  Pick<VersionRecord, 'version' | 'announcement' | 'openQuestions' | 'notes' | 'origin' | 'revision'> & {
    readonly procedure: string;
    readonly state: VersionState;
  };

export function versionView(procedure: ProcedureRecord, record: VersionRecord, day: string): VersionBody {
  const { version, announcement, openQuestions, notes, origin, revision, definition } = record;
  return {
    procedure: procedure.code,
    version,
    state: stateOn(procedure, record, day),
    announcement,
    ...definition,
    openQuestions,
    notes,
    origin,
    revision,
  };
}
