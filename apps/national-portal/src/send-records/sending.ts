import type { NationalPortal } from '../exchange/national-portal.js';
import type { PortalAnswer } from '../exchange/portal-answer.js';
import { cutLine, cutRecord } from '../record/cut.js';
import type { PortalProgress, PortalRecord } from '../record/portal-record.js';
import { sameValue } from '../record/same-value.js';
import { written } from '../record/written.js';
import type { Attempt, Job, Outcome, SettledRow, There, WaitingFor } from './job.js';

/** How often “exists” and “does not” may take turns before the record waits for a quieter moment. */
const MOST_TURNS = 4;

const isHeld = (record: PortalRecord, found: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(cutRecord(record)).every(([name, value]) => sameValue(value, found[name]));

/** One dossier's turn with the portal: what was called, what was answered, and what follows for its rows. */
export class Sending {
  private readonly attempts: Attempt[] = [];
  private readonly rows: SettledRow[] = [];
  private there: There;
  private sentHash: string | null;
  private refusedHash: string | null;
  private settledRevision: number | null = null;
  private oneByOne: boolean;
  private requeueRecord = false;
  private unanswered = false;
  private waitingFor: readonly WaitingFor[] | null = null;

  constructor(
    private readonly job: Job,
    private readonly portal: NationalPortal,
    private readonly seal: (text: string) => string,
  ) {
    this.there = job.there;
    this.sentHash = job.sentHash;
    this.refusedHash = job.refusedHash;
    this.oneByOne = job.oneByOne;
  }

  waits(waitingFor: readonly WaitingFor[]): Outcome {
    this.waitingFor = waitingFor;
    return this.outcome();
  }

  /** True where lines of progress may follow: the portal has the dossier, and has answered. */
  async record(journalId: string, record: PortalRecord, hash: string): Promise<boolean> {
    if (hash === this.sentHash && this.there === 'yes') return this.settle(journalId, 'unchanged');
    if (hash === this.refusedHash) return this.settle(journalId, 'unchanged');
    let asUpdate = this.isKnownThere();
    if (!asUpdate && this.there === 'maybe') {
      const found = await this.findLost(journalId, record);
      if (found === undefined) return false;
      if (found === 'held') return this.acknowledged(journalId, hash);
      asUpdate = found === 'differs';
    }
    let turns: PortalAnswer | undefined;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const answer = await this.tried(journalId, 'DongBoHoSoMC', asUpdate, record, () =>
        this.portal.sendRecord(cutRecord(record), asUpdate),
      );
      switch (answer.kind) {
        case 'done':
          return this.acknowledged(journalId, hash, answer);
        case 'exists':
          // “Exists” about an update, and “does not” about an insert, speak of something else than the dossier.
          if (asUpdate) return this.refused(journalId, hash, answer);
          this.there = 'yes';
          asUpdate = true;
          break;
        case 'missing':
          if (!asUpdate) return this.refused(journalId, hash, answer);
          this.there = 'no';
          asUpdate = false;
          break;
        case 'refused':
          return this.refused(journalId, hash, answer);
        default:
          // An insert is asked for before it is sent again. Of an update nobody knows whether it was taken: what was
          // acknowledged before it is not what the portal holds, and is sent again too if it comes back.
          if (!asUpdate) this.there = 'maybe';
          this.sentHash = null;
          return this.notAnswered([journalId], answer);
      }
      turns = answer;
    }
    const { code = '3', message = '' } = turns ?? {};
    return this.notAnswered([journalId], { kind: 'unanswered', code, message: `${message} (exists, and does not)` });
  }

  async progress(lines: readonly { readonly id: string; readonly line: PortalProgress }[]): Promise<void> {
    const [first] = lines;
    if (!this.isKnownThere()) {
      this.waitingFor = [{ kind: 'record', code: first?.line.MaHoSo ?? '' }];
      return;
    }
    const ids = lines.map(({ id }) => id);
    const started = performance.now();
    const at = new Date().toISOString();
    const answer = await this.portal.sendProgress(lines.map(({ line }) => cutLine(line)));
    for (const { id, line } of lines) this.note(id, 'CapNhatTienDoHoSoMC', null, answer, at, started, written(line));
    switch (answer.kind) {
      case 'done':
      case 'exists':
        for (const id of ids) this.rows.push(settled(id, 'acknowledged', answer));
        return;
      case 'missing':
        // The portal has lost the dossier: its record goes out again, and the lines after it.
        this.there = 'no';
        this.sentHash = null;
        this.requeueRecord = true;
        this.notAnswered(ids, answer);
        return;
      case 'refused':
        // The code is that of the whole call: which line it is about shows when they go one by one.
        if (ids.length > 1) this.oneByOne = true;
        for (const id of ids) this.rows.push(settled(id, ids.length > 1 ? 'waiting' : 'refused', answer));
        return;
      default:
        this.notAnswered(ids, answer);
    }
  }

  outcome(): Outcome {
    const { dossierId, failures } = this.job;
    return {
      dossierId,
      settledRevision: this.settledRevision,
      there: this.there,
      sentHash: this.sentHash,
      refusedHash: this.refusedHash,
      refusedBefore: this.job.refusedHash,
      recordId: this.job.recordId,
      failures: this.unanswered ? failures + 1 : 0,
      oneByOne: this.oneByOne,
      waitingFor: this.waitingFor,
      rows: this.rows,
      attempts: this.attempts,
      requeueRecord: this.requeueRecord,
      answered: !this.unanswered,
    };
  }

  /** A dossier that the portal gave its code is known there (R22). */
  private isKnownThere(): boolean {
    return this.there === 'yes' || (this.there === 'no' && this.isPortalBorn() && !this.wasMissing());
  }

  private isPortalBorn(): boolean {
    const { submission, declined } = this.job.facts;
    return (submission ?? declined)?.portalCode != null;
  }

  private wasMissing(): boolean {
    return this.attempts.some(({ outcome }) => outcome === 'missing');
  }

  /** After an insert that was not answered: whether the portal took it. Undefined where that is not answered either. */
  private async findLost(journalId: string, record: PortalRecord): Promise<'held' | 'differs' | 'none' | undefined> {
    const started = performance.now();
    const at = new Date().toISOString();
    const found = await this.portal.findRecord(record.MaHoSo);
    if (!found.answered) {
      this.note(journalId, 'TraCuuHoSo', null, found.answer, at, started, null);
      this.notAnswered([journalId], found.answer);
      return undefined;
    }
    const code = found.found === null ? 'none' : 'found';
    this.note(journalId, 'TraCuuHoSo', null, { kind: 'done', code, message: '', result: null }, at, started, null);
    this.there = found.found === null ? 'no' : 'yes';
    if (found.found === null) return 'none';
    return isHeld(record, found.found) ? 'held' : 'differs';
  }

  private acknowledged(journalId: string, hash: string, answer?: PortalAnswer): boolean {
    this.there = 'yes';
    this.sentHash = hash;
    this.refusedHash = null;
    return this.settle(journalId, 'acknowledged', answer);
  }

  private refused(journalId: string, hash: string, answer: PortalAnswer): boolean {
    this.refusedHash = hash;
    return this.settle(journalId, 'refused', answer);
  }

  private settle(journalId: string, state: SettledRow['state'], answer?: PortalAnswer): boolean {
    this.rows.push(settled(journalId, state, answer));
    this.settledRevision = this.job.revision;
    return true;
  }

  private notAnswered(ids: readonly string[], answer: PortalAnswer): boolean {
    this.unanswered = true;
    for (const id of ids) this.rows.push(settled(id, 'waiting', answer));
    return false;
  }

  private async tried(
    journalId: string,
    service: string,
    updating: boolean,
    record: PortalRecord,
    call: () => Promise<PortalAnswer>,
  ): Promise<PortalAnswer> {
    const started = performance.now();
    const at = new Date().toISOString();
    const answer = await call();
    this.note(journalId, service, updating, answer, at, started, written(record));
    return answer;
  }

  private note(
    journalId: string,
    service: string,
    updating: boolean | null,
    { kind, code, message }: PortalAnswer,
    at: string,
    started: number,
    request: string | null,
  ): void {
    const tookMs = Math.round(performance.now() - started);
    const sealed = request === null ? null : this.seal(request);
    this.attempts.push({ journalId, at, tookMs, service, updating, outcome: kind, code, message, request: sealed });
  }
}

const settled = (id: string, state: SettledRow['state'], answer?: PortalAnswer): SettledRow => ({
  id,
  state,
  code: answer?.code ?? null,
  message: answer?.message ?? null,
});
