import { Text } from '@motcua/platform';

export class UndoReturnRequest {
  @Text({ max: 1000, example: 'Trả nhầm hồ sơ cùng tên', description: 'As the applicant reads it (R21)' })
  readonly reason!: string;
}
