import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type EventTransport, LOGGER, TRANSPORT } from '@motcua/platform';
import type { Logger } from 'pino';
import { PortalConfig } from '../portal.config.js';
import type { CodeMaps } from '../record/code-maps.js';
import type { Job } from './job.js';
import { Outbound, type Settled } from './outbound.js';
import { SendOne } from './send-one.js';
import { SenderLease } from './sender-lease.js';

const POLL_MS = 200;
/** Dossiers taken into hand at once, and how few of them are left when the next are taken: for each that may be under way. */
const BATCH = 32;
const LOW_WATER = 8;
/** So long others may join what is written down, while there is more to send. */
const GATHER_MS = 25;
/** So many calls in a row without an answer, for each that may be under way, and the portal counts as away. */
const AWAY_AFTER = 2;

/**
 * Sends what the portal is owed, outside every transaction, for as long as the service runs: a few dossiers at once, each in its
 * order; what came of them is written down in groups. Memory holds no more than a batch of the dossiers that are due.
 */
@Injectable()
export class Sender implements OnApplicationBootstrap, OnModuleDestroy {
  private stopped = false;
  private readonly queue: { readonly job: Job; readonly maps: CodeMaps; readonly term: number }[] = [];
  private readonly inHand = new Set<string>();
  private readonly finished: Settled[] = [];
  private running: Promise<unknown> = Promise.resolve();
  private wakeWorkers: (() => void)[] = [];
  private wakeFeeder: () => void = () => undefined;
  private wakeWriter: () => void = () => undefined;
  private silent = 0;
  private silentUntil = 0;
  private workersLeft = 0;

  constructor(
    private readonly outbound: Outbound,
    private readonly sendOne: SendOne,
    private readonly lease: SenderLease,
    private readonly config: PortalConfig,
    @Inject(TRANSPORT) private readonly transport: EventTransport,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const workers = Array.from({ length: this.config.parallel }, () => this.work());
    this.workersLeft = workers.length;
    this.running = Promise.all([this.feed(), this.write(), ...workers]);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.wakeAll();
    await this.running;
    await this.lease.release([...this.inHand]).catch(() => undefined);
  }

  /** Takes what is due into hand, a batch at a time. */
  private async feed(): Promise<void> {
    const { parallel } = this.config;
    for (let first = true; !this.stopped;) {
      try {
        const ours = await this.lease.hold(first && this.transport.alone);
        first = false;
        const { term } = this.lease;
        // Another process may have sent them meanwhile, and later states of them.
        while (this.queue[0] && this.queue[0].term !== term) this.inHand.delete(this.queue.shift()!.job.dossierId);
        if (ours && this.queue.length <= parallel * LOW_WATER) {
          const batch = parallel * BATCH;
          const taken = await this.outbound.take(this.away ? 1 : batch, [...this.inHand], this.lease.holder);
          for (const { dossierId } of taken) this.inHand.add(dossierId);
          // After the jobs: a map that a job waited for is among them.
          const maps = taken.length > 0 ? await this.outbound.codeMaps() : undefined;
          if (maps) this.queue.push(...taken.map((job) => ({ job, maps, term })));
          if (taken.length > 0) for (const wake of this.wakeWorkers.splice(0)) wake();
          if (taken.length === batch) continue;
        }
      } catch (error) {
        this.logger.warn({ err: error }, 'what the portal is owed cannot be read; trying again');
      }
      await this.signalled((wake) => (this.wakeFeeder = wake), POLL_MS);
    }
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const next = this.silence() === 0 && this.lease.covers ? this.queue.shift() : undefined;
      if (!next) {
        await this.signalled((wake) => this.wakeWorkers.push(wake), Math.max(POLL_MS, Math.min(this.silence(), 1_000)));
        continue;
      }
      const { job, maps } = next;
      if (this.queue.length === this.config.parallel * LOW_WATER) this.wakeFeeder();
      try {
        const outcome = await this.sendOne.send(job, maps);
        this.heard(outcome.answered || outcome.attempts.length === 0);
        this.finished.push({ ...outcome, seen: job.revision, mayRest: job.mayRest });
      } catch (error) {
        // What cannot be made into a record is a fault of ours: it stops no other, and is tried again.
        this.logger.error({ err: error, dossierId: job.dossierId }, 'a dossier cannot be sent');
        this.finished.push(failed(job));
      }
      this.wakeWriter();
    }
    this.workersLeft -= 1;
    this.wakeWriter();
  }

  /** Writes down what came of the jobs, all that have ended since the last time at once. */
  private async write(): Promise<void> {
    for (;;) {
      if (this.finished.length > 0 && this.queue.length > 0 && !this.stopped) await pause(GATHER_MS);
      const group = this.finished.splice(0);
      if (group.length === 0) {
        if (this.stopped && this.workersLeft === 0) return;
        await this.signalled((wake) => (this.wakeWriter = wake), POLL_MS);
        continue;
      }
      while (!(await this.written(group))) await pause(POLL_MS);
      for (const { dossierId } of group) this.inHand.delete(dossierId);
      if (this.queue.length === 0) this.wakeFeeder();
    }
  }

  private async written(group: readonly Settled[]): Promise<boolean> {
    try {
      await this.outbound.settle(group, this.lease.holder);
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, 'what the portal answered cannot be written down; trying again');
      // Another process takes over what this one cannot write down: the attempts stay marked.
      return this.stopped;
    }
  }

  private get away(): boolean {
    return this.silent >= this.config.parallel * AWAY_AFTER;
  }

  /** How long, in ms, nothing is sent because the portal answers nobody. */
  private silence(): number {
    return this.away ? Math.max(0, this.silentUntil - performance.now()) : 0;
  }

  private heard(answered: boolean): void {
    this.silent = answered ? 0 : this.silent + 1;
    if (!this.away) return;
    const rounds = Math.floor(this.silent / this.config.parallel) - AWAY_AFTER;
    this.silentUntil =
      performance.now() + Math.min(this.config.retryMaxSeconds * 1000, 1000 * 2 ** Math.min(rounds, 20));
    if (this.silent === this.config.parallel * AWAY_AFTER)
      this.logger.warn('the national portal does not answer; records wait');
  }

  private async signalled(listen: (wake: () => void) => void, ms: number): Promise<void> {
    const early = new AbortController();
    listen(() => early.abort());
    await pause(ms, undefined, { signal: early.signal }).catch(() => undefined);
  }

  private wakeAll(): void {
    for (const wake of this.wakeWorkers.splice(0)) wake();
    this.wakeFeeder();
    this.wakeWriter();
  }
}

const failed = ({
  dossierId,
  revision,
  there,
  sentHash,
  refusedHash,
  failures,
  oneByOne,
  mayRest,
  recordId,
}: Job): Settled => ({
  dossierId,
  seen: revision,
  mayRest,
  settledRevision: null,
  there,
  sentHash,
  refusedHash,
  refusedBefore: refusedHash,
  recordId,
  failures: failures + 1,
  oneByOne,
  waitingFor: null,
  rows: [],
  attempts: [],
  requeueRecord: false,
  answered: true,
});
