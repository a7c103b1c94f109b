import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { type Part, reaches, shareOf } from '@motcua/reporting-domain';
import { Figures } from '../read-figures/figures.js';
import { type LineCounts, LineCountsOf } from '../read-figures/line-counts.js';
import { LineNames } from '../read-figures/line-names.js';
import type { Period } from '../read-figures/period.js';
import type { TargetRow } from '../targets/target-row.js';
import { Targets } from '../targets/targets.js';
import type { OnlineLineView } from './online-line.view.js';
import type { OnlineReportView } from './online-report.view.js';
import type { OnlineShareView } from './online-share.view.js';
import { type OnlineCounts, ProceduresOnline } from './procedures-online.js';

const NO_PROCEDURES: OnlineCounts = { procedures: 0, online: 0, full: 0 };

function received(counts: readonly LineCounts[]): Part {
  const sum = (lines: readonly LineCounts[]): number => lines.reduce((all, line) => all + line.counts.received, 0);
  const during = counts.filter(({ part }) => part === 'during');
  return { count: sum(during.filter(({ channel }) => channel === 'online')), of: sum(during) };
}

const beside = (part: Part, target: TargetRow | undefined): OnlineShareView => ({
  ...part,
  share: shareOf(part),
  target: target ? { share: target.share, agency: target.agency, basis: target.basis } : null,
  reached: target ? reaches(part, target.share) : null,
});

/** What an agency and those directly below it do online, beside their targets of the year. */
@Injectable()
export class ReportOnline {
  constructor(
    private readonly counts: LineCountsOf,
    private readonly procedures: ProceduresOnline,
    private readonly targets: Targets,
    private readonly names: LineNames,
    private readonly figures: Figures,
  ) {}

  async execute(agency: { code: string; name: string }, period: Period): Promise<OnlineReportView> {
    const [counts, procedures, targets, asOf] = await Promise.all([
      this.counts.read('agency', agency.code, period),
      this.procedures.count(agency.code, period),
      this.targets.inForce(agency.code, Number(period.name.slice(0, 4))),
      this.figures.asOf(),
    ]);
    const line = (
      { code, name }: Pick<OnlineLineView, 'code' | 'name'>,
      dossiers: readonly LineCounts[],
      offered: OnlineCounts = NO_PROCEDURES,
    ): OnlineLineView => ({
      code,
      name,
      receivedOnline: beside(received(dossiers), targets.get(`${code} receivedOnline`)),
      proceduresOnline: beside(
        { count: offered.online, of: offered.procedures },
        targets.get(`${code} proceduresOnline`),
      ),
      proceduresFull: beside({ count: offered.full, of: offered.procedures }, targets.get(`${code} proceduresFull`)),
    });
    const byKey = Map.groupBy(counts, ({ key }) => key);
    const offering = [...procedures.keys()].filter((key) => key !== null);
    const keys = [...new Set([...byKey.keys(), ...offering])].sort();
    const names = await this.names.of('agency', keys);
    return {
      agency: agency.code,
      period: period.name,
      asOf: asOf && withOffset(asOf),
      total: line(agency, counts, procedures.get(null)),
      lines: keys.map((code) =>
        line({ code, name: names.get(code) ?? null }, byKey.get(code) ?? [], procedures.get(code)),
      ),
    };
  }
}
