import { Count, Text } from '../shared/fields.js';

/** The process definition that a case was opened with, and keeps (R14). */
export class CaseDefinition {
  @Text() readonly procedure!: string;
  @Count() readonly version!: number;
}
