import type { Commands } from '../commands/commands.js';
import { type Answer, ok } from '../database/answer.js';
import type { ParkedEvents } from '../events/inbox/parked-events.js';

/** What an operator does about an event that could not be applied, each in one transaction with its answer. */
export class OperateParkedEvents {
  constructor(
    private readonly parked: ParkedEvents,
    private readonly commands: Commands,
  ) {}

  retry(id: string, actor: string): Promise<Answer> {
    return this.commands.operate(async (tx) => ok(await this.parked.retry(tx, id, actor)));
  }

  discard(id: string, reason: string, actor: string): Promise<Answer> {
    return this.commands.operate(async (tx) => ok(await this.parked.discard(tx, id, reason, actor)));
  }

  skipMissing(id: string, reason: string, actor: string): Promise<Answer> {
    return this.commands.operate(async (tx) => ok(await this.parked.skipMissing(tx, id, reason, actor)));
  }
}
