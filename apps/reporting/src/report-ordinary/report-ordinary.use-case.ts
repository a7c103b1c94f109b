import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import {
  type Channel,
  type Measure,
  MEASURES,
  type OrdinaryLine,
  ordinaryLine,
  type RunningLate,
} from '@motcua/reporting-domain';
import { Figures } from '../read-figures/figures.js';
import { lateFrom, type Period } from '../read-figures/period.js';
import { type Breakdown, type LineCounts, LineCountsOf } from '../read-figures/line-counts.js';
import { LineNames } from '../read-figures/line-names.js';
import type { OrdinaryReportView } from './ordinary-report.view.js';

type Counts = Record<Measure, number>;

const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Counts;
const NONE_LATE: RunningLate = { late: 0, due: 0 };
const plus = (one: Counts, other: Readonly<Counts>): Counts =>
  Object.fromEntries(MEASURES.map((measure) => [measure, one[measure] + other[measure]])) as Counts;

function lineOf(parts: readonly LineCounts[], lateNow: RunningLate): OrdinaryLine {
  const sum = (part: LineCounts['part'], channel?: Channel): Counts =>
    parts
      .filter((one) => one.part === part && (channel === undefined || one.channel === channel))
      .reduce((total, { counts }) => plus(total, counts), NOTHING);
  const received = {
    online: sum('during', 'online').received,
    counter: sum('during', 'counter').received,
    post: sum('during', 'post').received,
  };
  return ordinaryLine({ before: sum('before'), during: sum('during'), received, lateNow });
}

const added = (lines: readonly OrdinaryLine[]): OrdinaryLine =>
  lines.reduce(
    (total, line) => {
      const fields = Object.entries(line) as [keyof OrdinaryLine, number][];
      return Object.fromEntries(
        fields.map(([field, value]) => [field, value + total[field]]),
      ) as unknown as OrdinaryLine;
    },
    lineOf([], NONE_LATE),
  );

/** The periodic report of an agency and all below it, in lines. */
@Injectable()
export class ReportOrdinary {
  constructor(
    private readonly counts: LineCountsOf,
    private readonly names: LineNames,
    private readonly figures: Figures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(agency: { code: string; name: string }, period: Period, by: Breakdown): Promise<OrdinaryReportView> {
    const [counts, late, asOf] = await Promise.all([
      this.counts.read(by, agency.code, period),
      this.counts.late(by, agency.code, period, lateFrom(period, this.clock.now())),
      this.figures.asOf(),
    ]);
    const byKey = Map.groupBy(counts, ({ key }) => key);
    const keys = [...new Set([...byKey.keys(), ...late.keys()])].sort();
    const names = await this.names.of(by, keys);
    const lines = keys.map((code) => ({
      code,
      name: names.get(code) ?? null,
      ...lineOf(byKey.get(code) ?? [], late.get(code) ?? NONE_LATE),
    }));
    return {
      agency: agency.code,
      period: period.name,
      by,
      asOf: asOf && withOffset(asOf),
      total: { code: agency.code, name: agency.name, ...added(lines.map(({ code: _, name: __, ...line }) => line)) },
      lines,
    };
  }
}
