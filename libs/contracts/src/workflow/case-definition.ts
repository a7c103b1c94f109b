import { AnyText, Count } from '@motcua/fields';
/** The process definition that a case was opened with, and keeps (R14). */
export class CaseDefinition {
  @AnyText() readonly procedure!: string;
  @Count() readonly version!: number;
}
