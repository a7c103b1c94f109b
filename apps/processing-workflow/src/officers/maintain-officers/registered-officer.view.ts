import { Day, ListOf, Text, TextList } from '@motcua/platform';
import type { OfficerRow } from '../../persistence/officer-register.js';
import { SigningRightView } from './signing-right.view.js';

/** An officer of the register. */
export class RegisteredOfficerView {
  @Text() readonly subject!: string;
  @Text() readonly name!: string;
  @Text() readonly title!: string;
  @TextList() readonly agencies!: readonly string[];
  @TextList() readonly roles!: readonly string[];
  @ListOf(() => SigningRightView, { description: 'Documents that the officer may sign' })
  readonly signing!: readonly SigningRightView[];
  @Day({ nullable: true }) readonly absentFrom!: string | null;
  @Day({ nullable: true, description: 'First day back' }) readonly absentUntil!: string | null;
  @Text({ nullable: true, description: 'Subject of the stand-in during the absence' })
  readonly deputy!: string | null;
}

export const registeredOfficerView = ({ version: _, ...officer }: OfficerRow): RegisteredOfficerView => officer;
