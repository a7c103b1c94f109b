import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { helpOf, type PortalMetric } from './metrics.js';
import { Synchronisation } from './synchronisation.js';

/** What is watched of the synchronisation; asked of the schema when it is scraped. */
@Injectable()
export class SynchronisationGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly synchronisation: Synchronisation,
  ) {}

  onModuleInit(): void {
    const { synchronisation } = this;
    const registers = [this.metrics.registry];
    const total = (name: PortalMetric, of: keyof Awaited<ReturnType<Synchronisation['totals']>>): Gauge =>
      new Gauge({
        name,
        help: helpOf(name),
        registers,
        async collect() {
          this.set(Number((await synchronisation.totals())[of]));
        },
      });
    total('motcua_portal_blocked_dossiers', 'blocked');
    total('motcua_portal_received_waiting', 'receivedWaiting');
    total('motcua_portal_received_refused', 'receivedRefused');
    total('motcua_portal_conflicting_codes', 'conflictingCodes');
    total('motcua_portal_catalogue_age_seconds', 'catalogueAge');
    const perAgency = (
      name: PortalMetric,
      of: (row: Awaited<ReturnType<Synchronisation['agencies']>>[number]) => number,
    ): Gauge =>
      new Gauge({
        name,
        help: helpOf(name),
        labelNames: ['agency'],
        registers,
        async collect() {
          this.reset();
          for (const row of await synchronisation.agencies()) this.set({ agency: row.agency }, of(row));
        },
      });
    perAgency('motcua_portal_waiting_dossiers', ({ waiting }) => waiting);
    perAgency('motcua_portal_refused_records', ({ refused }) => refused);
    perAgency('motcua_portal_unanswered_dossiers', ({ unanswered }) => unanswered);
    perAgency('motcua_portal_oldest_waiting_seconds', ({ oldest }) =>
      oldest === null ? 0 : Math.max(0, (Date.now() - oldest.epochMilliseconds) / 1000),
    );
  }
}
