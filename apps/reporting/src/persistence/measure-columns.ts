import { type Measure, MEASURES } from '@motcua/reporting-domain';

/** The column that counts a measure: `onTime766` → `on_time_766`. */
export const columnOf = (measure: Measure): string => measure.replaceAll(/(?<=[a-z])(?=[A-Z]|\d)/g, '_').toLowerCase();

export const MEASURE_COLUMNS: readonly string[] = MEASURES.map(columnOf);
