import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { Env } from '@motcua/platform';

/** What Decision 766 counts and no event tells. */
export class ReportingConfig {
  @Env('MOTCUA_INDEX_ONLINE_PROCEDURES', 'points of Decision 766 for the share of procedures online, in hundredths')
  @IsInt()
  @Min(0)
  @Max(1200)
  readonly onlineProcedures: number = 600;

  @Env('MOTCUA_INDEX_ONLINE_DOSSIERS', 'points of Decision 766 for the share of dossiers online, in hundredths')
  @IsInt()
  @Min(0)
  @Max(1200)
  readonly onlineDossiers: number = 600;

  @Env('MOTCUA_INDEX_CERTIFIED_COPIES', "true where the province's agencies certify electronic copies")
  @IsBoolean()
  readonly certifiedCopies: boolean = false;
}
