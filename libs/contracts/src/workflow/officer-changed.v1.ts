import { AnyText, AnyTextList, Count, Day } from '@motcua/fields';
/**
 * An officer, after a change: who may hold which tasks, and when away. Key: subject. Producer: processing-
 * workflow.
 */
export class OfficerChangedV1 {
  static readonly type = 'vn.motcua.officer.changed.v1';
  static readonly topic = 'motcua.officer';
  static readonly snapshot = true;

  @AnyText() readonly subject!: string;
  @AnyText() readonly name!: string;
  @AnyText() readonly title!: string;
  @AnyTextList() readonly agencies!: readonly string[];
  @AnyTextList() readonly roles!: readonly string[];
  @Day({ nullable: true }) readonly absentFrom!: string | null;
  /** First day back. */
  @Day({ nullable: true }) readonly absentUntil!: string | null;
  /** Subject of the stand-in during the absence. */
  @AnyText({ optional: true, nullable: true }) readonly deputy?: string | null;
  @Count() readonly revision!: number;
}
