import { Text } from '@motcua/platform';

export class DismissalRequest {
  @Text({ max: 1000, example: 'Đã quy định khác tại Quyết định của Ủy ban nhân dân tỉnh' }) readonly reason!: string;
}
