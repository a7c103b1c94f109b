import { Injectable } from '@nestjs/common';
import { type Answer, type CommandKind, Commands, type Tx } from '@motcua/platform';
import { CASE } from '../persistence/case-aggregate.js';
import type { CaseChange } from '../persistence/case-change.js';
import type { Asked, CaseFacts } from './case-facts.js';
import type { CaseKind } from './case-kind.js';
import { ReadCaseFacts } from './read-case-facts.js';

type Bound<Command, Body> = CommandKind<Command, CaseFacts, CaseChange, Body>;

/** Does what the service's kinds of commands on cases ask for: facts, decision, change. */
@Injectable()
export class CaseCommands {
  // One object for each kind, so that commands of a kind meet.
  private readonly bound = new Map<unknown, unknown>();

  constructor(
    private readonly commands: Commands,
    private readonly facts: ReadCaseFacts,
  ) {}

  /** In a transaction of its own, with its answer. @param content see {@link Commands.run} */
  run<Command extends Asked, Body>(
    kind: CaseKind<Command, Body>,
    command: Command,
    content?: unknown,
  ): Promise<Answer<Body>> {
    return this.commands.run(this.bind(kind), command, content);
  }

  /** Within an event's transaction, or that of an item of a bulk action. */
  apply<Command extends Asked, Body>(tx: Tx, kind: CaseKind<Command, Body>, command: Command): Promise<Answer<Body>> {
    return this.commands.apply(tx, this.bind(kind), command);
  }

  private bind<Command extends Asked, Body>(kind: CaseKind<Command, Body>): Bound<Command, Body> {
    const known = this.bound.get(kind) as Bound<Command, Body> | undefined;
    if (known) return known;
    const made: Bound<Command, Body> = {
      aggregate: CASE,
      about: (command) => ('taskId' in command ? `task/${command.taskId}` : `case/${command.dossierId}`),
      facts: (queries, commands) => this.facts.locked(queries, kind.needs, commands),
      decide: (facts, command, now) => kind.decide(facts, command, now),
      answer: (change, facts, command) => kind.answer(change, facts, command),
    };
    this.bound.set(kind, made);
    return made;
  }
}
