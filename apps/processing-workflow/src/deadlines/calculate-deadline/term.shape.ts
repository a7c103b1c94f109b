import { OneOf, Whole } from '@motcua/platform';

export class TermShape {
  @Whole({ optional: true, min: 1, description: 'Absent for sameDay alone' }) readonly amount?: number;
  @OneOf(['workingDay', 'workingHour', 'calendarDay', 'month', 'sameDay']) readonly unit!: string;
}
