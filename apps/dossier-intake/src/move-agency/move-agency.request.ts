import { Flag, Text, Uuid } from '@motcua/platform';

/** All open dossiers of one agency to another, or what a preview of that would have moved. */
export class MoveAgencyRequest {
  @Text({ optional: true, max: 40, example: 'H48.33', description: 'Required unless `preview` is given' })
  readonly from?: string;

  @Text({
    optional: true,
    max: 40,
    example: 'H48.34',
    description: 'The successor; required unless `preview` is given',
  })
  readonly to?: string;

  @Text({ optional: true, max: 500, description: 'The decision by which the agencies were rearranged' })
  readonly reason?: string;

  @Uuid({ optional: true, description: 'Id of a finished preview of the caller: applies it' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'True previews the outcome for each dossier and changes nothing' })
  readonly dryRun: boolean = false;
}
