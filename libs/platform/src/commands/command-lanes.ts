import { Refusal } from '@motcua/kernel';
import type { Answer } from '../database/answer.js';
import { CommitUnanswered } from '../database/commit-unanswered.js';
import { isTransientFault } from '../database/transient-fault.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { PlatformCode } from '../refusals/platform-code.js';
import type { Outcome } from './apply-commands.js';
import { type Asked, runGroup } from './run-group.js';

export interface LaneOptions {
  /** Transactions of groups at once. */
  readonly lanes: number;
  /** Commands of one transaction at most. */
  readonly group: number;
  /** Transactions of single commands, which may wait for a lock, at once. */
  readonly singles: number;
  /** Commands that wait at most; who comes then is told to come again. */
  readonly queue: number;
}

interface Member extends Asked {
  /** What no two commands in work may share: the aggregate that it is about, and its key. */
  readonly names: readonly string[];
  readonly settle: PromiseWithResolvers<Answer>;
}

/**
 * Natural group commit. A command begins at once where a lane is free; those that come while both are busy go with the next
 * group, and nobody ever waits for company. What a group cannot do (a row that somebody holds, a neighbour at whose row the
 * database fails) is done again alone, beside the lanes.
 */
export class CommandLanes {
  private readonly waiting: Member[] = [];
  private readonly alone: Member[] = [];
  private readonly busy = new Set<string>();
  private groups = 0;
  private singles = 0;
  private stopping: PromiseWithResolvers<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly now: () => Temporal.Instant,
    private readonly options: LaneOptions,
  ) {}

  /** @throws Refusal SERVICE.UNAVAILABLE where too many wait, and what the command is refused */
  add(asked: Asked): Promise<Answer> {
    if (this.stopping || this.waiting.length + this.alone.length >= this.options.queue)
      return Promise.reject(new Refusal<PlatformCode>('SERVICE.UNAVAILABLE'));
    const { kind, command, key } = asked;
    const names = [kind.about(command), ...(key ? [`key ${JSON.stringify([key.client, key.key])}`] : [])];
    const member = { ...asked, names, settle: Promise.withResolvers<Answer>() };
    this.waiting.push(member);
    this.goOn();
    return member.settle.promise;
  }

  /** Takes no further command; resolves when those in hand are settled. */
  stop(): Promise<void> {
    this.stopping ??= Promise.withResolvers();
    this.goOn();
    return this.stopping.promise;
  }

  private goOn(): void {
    while (this.groups < this.options.lanes) {
      const [first, ...others] = this.next();
      if (!first) break;
      this.groups += 1;
      void this.runAsGroup([first, ...others]).then(() => {
        this.groups -= 1;
        this.goOn();
      });
    }
    while (this.singles < this.options.singles) {
      const member = this.alone.shift();
      if (!member) break;
      this.singles += 1;
      void this.runAlone(member).then(() => {
        this.singles -= 1;
        this.goOn();
      });
    }
    if (this.groups + this.singles + this.waiting.length + this.alone.length === 0) this.stopping?.resolve();
  }

  /** The first that waits and has nothing in work, with those of its kind of which that is true as well. */
  private next(): Member[] {
    const group: Member[] = [];
    const rest: Member[] = [];
    const earlier = new Set<string>();
    for (const member of this.waiting) {
      const fits =
        group.length < this.options.group &&
        (group[0] === undefined || group[0].kind === member.kind) &&
        !member.names.some((name) => this.busy.has(name) || earlier.has(name));
      (fits ? group : rest).push(member);
      for (const name of member.names) earlier.add(name);
    }
    this.waiting.splice(0, Infinity, ...rest);
    for (const { names } of group) for (const name of names) this.busy.add(name);
    return group;
  }

  private async runAsGroup(group: readonly [Member, ...Member[]]): Promise<void> {
    try {
      const outcomes = await runGroup(this.unitOfWork, group, { now: this.now, alone: false });
      for (const [place, member] of group.entries()) this.settle(member, outcomes[place]!);
    } catch (error) {
      for (const member of group) {
        // Not one of them is done. Alone, each is tried without the neighbour at whose row the database failed.
        if (group.length > 1 && mayBeANeighbours(error)) this.alone.push(member);
        else this.settle(member, { is: 'refused', error });
      }
    }
  }

  private async runAlone(member: Member): Promise<void> {
    try {
      const [outcome] = await runGroup(this.unitOfWork, [member], { now: this.now, alone: true });
      if (outcome?.is === 'alone') throw new Error('a command alone is done or refused');
      this.settle(member, outcome!);
    } catch (error) {
      this.settle(member, { is: 'refused', error });
    }
  }

  private settle(member: Member, outcome: Outcome): void {
    if (outcome.is === 'alone') return void this.alone.push(member);
    for (const name of member.names) this.busy.delete(name);
    if (outcome.is === 'done') member.settle.resolve(outcome.answer);
    else member.settle.reject(outcome.error);
  }
}

/** PostgreSQL's classes for what transactions do to each other: serialisation, deadlock, a lock that was not given. */
const CONFLICT = /^(40|55)/;

/** After a commit that was not answered nobody knows whether all is done: the key of each tells whoever asks again. */
function mayBeANeighbours(error: unknown): boolean {
  if (error instanceof CommitUnanswered) return false;
  return !isTransientFault(error) || CONFLICT.test(String((error as { code?: unknown }).code));
}
