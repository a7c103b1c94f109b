import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { UnstaffedSteps } from './unstaffed-steps.js';

export const WORKFLOW_METRICS = [
  {
    name: 'motcua_workflow_unstaffed_steps',
    help: 'Agencies and roles with waiting tasks for which the register has no officer today',
    labels: [],
  },
] as const;

/** Asked of the schema when it is scraped. */
@Injectable()
export class UnstaffedGauge implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly steps: UnstaffedSteps,
  ) {}

  onModuleInit(): void {
    const { steps } = this;
    const [{ name, help }] = WORKFLOW_METRICS;
    const registers = [this.metrics.registry];
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await steps.count());
      },
    });
  }
}
