import { JsonObject, Text } from '@motcua/platform';

export class OpenQuestionView {
  @Text({ example: 'q1' })
  readonly id!: string;

  @Text({ example: 'AGENCY_UNRESOLVED' })
  readonly code!: string;

  @Text({ description: 'JSON pointer into the draft or its tariff', example: '/competentAgencies' })
  readonly pointer!: string;

  @JsonObject({ description: 'The question in Vietnamese and English' })
  readonly question!: { readonly vi: string; readonly en: string };

  @JsonObject({ nullable: true, description: 'Its answer, by whom and when' })
  readonly answer!: { readonly text: string; readonly by: string; readonly at: string } | null;
}
