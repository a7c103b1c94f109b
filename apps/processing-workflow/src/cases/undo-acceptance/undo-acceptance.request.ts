import { Text } from '@motcua/platform';

export class UndoAcceptanceRequest {
  @Text({ max: 1000, example: 'Tiếp nhận nhầm hồ sơ cùng tên', description: 'As the applicant reads it (R21)' })
  readonly reason!: string;
}
