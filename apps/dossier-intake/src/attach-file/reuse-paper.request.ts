import { Text, Uuid } from '@motcua/platform';

/** Instead of an upload: a paper or result that the caller's own store already holds (R20). */
export class ReusePaperRequest {
  @Uuid()
  readonly fromStore!: string;

  @Text({ max: 100, description: 'Code of the document component that it stands for' })
  readonly component!: string;
}
