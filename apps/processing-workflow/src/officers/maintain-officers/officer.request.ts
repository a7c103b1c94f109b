import { Day, ListOf, ROLES, Text, TextList } from '@motcua/platform';
import { SigningRightRequest } from './signing-right.request.js';

export class OfficerRequest {
  @Text({ max: 200 }) readonly name!: string;
  @Text({ max: 200, description: 'Title of the office, such as Chuyên viên' }) readonly title!: string;
  @TextList({ min: 1, max: 50, description: 'Identifiers of the agencies that the officer works for' })
  readonly agencies!: readonly string[];
  @TextList({ min: 1, max: 10, values: ROLES }) readonly roles!: readonly string[];
  @ListOf(() => SigningRightRequest, {
    optional: true,
    max: 50,
    description: 'Documents that the officer may sign; when absent, unchanged, and none for a new officer',
  })
  readonly signing?: readonly SigningRightRequest[];
  @Day({ optional: true, nullable: true, description: 'First day of absence' }) readonly absentFrom?: string | null;
  @Day({ optional: true, nullable: true, description: 'First day back' }) readonly absentUntil?: string | null;
  @Text({
    optional: true,
    nullable: true,
    max: 200,
    description: 'Subject of the registered officer who deputises during the absence; needs `absentFrom`',
  })
  readonly deputy?: string | null;
}
