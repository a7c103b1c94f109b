import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { Synchronisation } from './synchronisation.js';

/** What is watched of the synchronisation; asked of the schema when it is scraped. */
@Injectable()
export class SynchronisationGauges implements OnModuleInit {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Synchronisation) private readonly synchronisation: Synchronisation,
  ) {}

  onModuleInit(): void {
    const { synchronisation } = this;
    const registers = [this.metrics.registry];
    const total = (name: string, help: string, of: keyof Awaited<ReturnType<Synchronisation['totals']>>): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(Number((await synchronisation.totals())[of]));
        },
      });
    total(
      'motcua_portal_unanswered_dossiers',
      'Dossiers whose last call the national portal did not answer',
      'unanswered',
    );
    total(
      'motcua_portal_blocked_dossiers',
      'Dossiers that wait for a code map or for what has not come yet',
      'blocked',
    );
    total(
      'motcua_portal_received_waiting',
      'Dossiers from the national portal that wait for an agency or procedure',
      'receivedWaiting',
    );
    total(
      'motcua_portal_received_refused',
      'Deliveries of the national portal that intake rejected',
      'receivedRefused',
    );
    const perAgency = (
      name: string,
      help: string,
      of: (row: Awaited<ReturnType<Synchronisation['agencies']>>[number]) => number,
    ): Gauge =>
      new Gauge({
        name,
        help,
        labelNames: ['agency'],
        registers,
        async collect() {
          this.reset();
          for (const row of await synchronisation.agencies()) this.set({ agency: row.agency }, of(row));
        },
      });
    perAgency(
      'motcua_portal_waiting_dossiers',
      'Dossiers with something unsent to the national portal',
      ({ waiting }) => waiting,
    );
    perAgency('motcua_portal_refused_records', 'Records that the national portal refused', ({ refused }) => refused);
    perAgency(
      'motcua_portal_oldest_waiting_seconds',
      'Age of the oldest record that waits for the national portal',
      ({ oldest }) => (oldest === null ? 0 : Math.max(0, (Date.now() - oldest.epochMilliseconds) / 1000)),
    );
  }
}
