import { Count, DayText, MayBeAbsent, Nullable, Text, TextList } from '../shared/fields.js';

/**
 * An officer, after a change: who may hold which tasks, and when away. Key: subject. Producer: processing-
 * workflow.
 */
export class OfficerChangedV1 {
  static readonly type = 'vn.motcua.officer.changed.v1';
  static readonly topic = 'motcua.officer';
  static readonly snapshot = true;

  @Text() readonly subject!: string;
  @Text() readonly name!: string;
  @Text() readonly title!: string;
  @TextList() readonly agencies!: readonly string[];
  @TextList() readonly roles!: readonly string[];
  @Nullable() @DayText() readonly absentFrom!: string | null;
  /** First day back. */
  @Nullable() @DayText() readonly absentUntil!: string | null;
  /** Subject of the stand-in during the absence. */
  @MayBeAbsent() @Nullable() @Text() readonly deputy?: string | null;
  @Count() readonly revision!: number;
}
