import { Injectable } from '@nestjs/common';
import { type Language, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  assertReach,
  assertVersion,
  type CommandKind,
  Commands,
  created,
  Database,
  type LockingQueries,
  type Scope,
  type Tx,
  Unchanged,
  type PlatformCode,
} from '@motcua/platform';
import { DossierViews } from '../dossier-view/dossier-views.js';
import type { DossierDocument } from '../dossier-view/to-view.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { belongingOf, findDossier, type FoundDossier } from '../persistence/found-dossier.js';
import type { Action } from '@motcua/dossier-domain';
import { assertAction, scopeOf } from './actions-of-caller.js';
import { DossierAggregate } from './dossier-aggregate.js';
import type { DossierChange } from './dossier-change.js';
import { type DossierFacts, DossierFactsOf, type SeenDossier } from './dossier-facts.js';
import { partsAfter } from './parts-after.js';

export interface DossierCommand {
  readonly id: string;
}

/** What a person or a system asks, as its token says. */
export interface Asked extends DossierCommand {
  readonly actor: Actor;
  /** The version that was seen; null where the command does not depend on it. */
  readonly version: number | null;
  readonly language: Language;
}

/** A command of a slice: pure, and the slice's own part. The rest of its way is the same for all of them. */
export interface DossierDecision<Command extends DossierCommand, More extends object = object, Body = DossierDocument> {
  /** What a person does by it, where dossiers list that: then its scope is that of the action. */
  readonly action?: Action;
  /** Needed to do it (R23); null: an event or the passing of time does it, or the decision looks itself. */
  readonly scope?: Scope | null;
  /** Its answer is never forgotten: a submission that is sent again after months is still the same one. */
  readonly lasting?: boolean;
  /** Further facts of each command, after the locks. */
  more?(
    queries: LockingQueries,
    facts: readonly DossierFacts[],
    commands: readonly Command[],
  ): Promise<readonly More[]>;
  /** @throws Refusal */
  decide(facts: DossierFacts & More, command: Command, now: Temporal.Instant): DossierChange | Unchanged<Body>;
  /** 201 with the dossier unless said otherwise. */
  answer?(
    shown: () => DossierDocument,
    change: DossierChange,
    facts: DossierFacts & More,
    command: Command,
  ): Answer<Body>;
}

type Kind<Command, More, Body> = CommandKind<Command, DossierFacts & More, DossierChange, Body>;

/** Where the slices bring their decisions. */
@Injectable()
export class Dossiers {
  private readonly kinds = new WeakMap<object, unknown>();

  constructor(
    private readonly commands: Commands,
    private readonly aggregate: DossierAggregate,
    private readonly facts: DossierFactsOf,
    private readonly views: DossierViews,
    private readonly database: Database,
  ) {}

  /** Does a command in a transaction of its own. @throws Refusal */
  run<Command extends DossierCommand, More extends object, Body>(
    decision: DossierDecision<Command, More, Body>,
    command: NoInfer<Command>,
    content?: unknown,
  ): Promise<Answer<Body>> {
    return this.commands.run(this.kind(decision), command, content);
  }

  /** Does a command in the transaction of an event, or of an item of a bulk action. @throws Refusal */
  apply<Command extends DossierCommand, More extends object, Body>(
    tx: Tx,
    decision: DossierDecision<Command, More, Body>,
    command: NoInfer<Command>,
  ): Promise<Answer<Body>> {
    return this.commands.apply(tx, this.kind(decision), command);
  }

  /** The dossier, if the actor may see it under `scope`. @throws Refusal RESOURCE.NOT_FOUND */
  async see(id: string, actor: Actor, scope: Scope): Promise<DossierRow> {
    return (await this.find(id, actor, scope)).dossier;
  }

  /** The same, with its agencies. @throws Refusal RESOURCE.NOT_FOUND */
  async find(id: string, actor: Actor, scope: Scope): Promise<FoundDossier> {
    const found = await findDossier(this.database, id);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, scope, belongingOf(found));
    return found;
  }

  /** Whether a command would be allowed now: looked at without a lock, before work that is not to be done for nothing. */
  async wouldAllow(id: string, assertAllowedFor: (seen: SeenDossier) => void): Promise<boolean> {
    const seen = await this.facts.look(this.database, id);
    try {
      if (seen) assertAllowedFor(seen);
      return seen !== undefined;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  private kind<Command extends DossierCommand, More extends object, Body>(
    decision: DossierDecision<Command, More, Body>,
  ): Kind<Command, More, Body> {
    const known = this.kinds.get(decision) as Kind<Command, More, Body> | undefined;
    const kind = known ?? this.kindOf(decision);
    this.kinds.set(decision, kind);
    return kind;
  }

  private kindOf<Command extends DossierCommand, More extends object, Body>(
    decision: DossierDecision<Command, More, Body>,
  ): Kind<Command, More, Body> {
    return {
      aggregate: this.aggregate,
      lasting: decision.lasting ?? false,
      about: ({ id }) => `dossier/${id}`,
      facts: (queries, commands) => this.read(queries, decision, commands),
      decide: (facts, command, now) => {
        assertAllowed(decision, facts, command, now);
        return decision.decide(facts, command, now);
      },
      answer: (change, facts, command) => {
        const { actor } = command as Partial<Asked>;
        const found = { ...facts, dossier: change.after };
        const shown = () => this.views.shown(found, partsAfter(change, facts), actor, change.at);
        return decision.answer
          ? decision.answer(shown, change, facts, command)
          : (created(shown(), { version: change.after.version }) as Answer<Body>);
      },
    };
  }

  private async read<Command extends DossierCommand, More extends object>(
    queries: LockingQueries,
    decision: Pick<DossierDecision<Command, More, unknown>, 'more'>,
    commands: readonly Command[],
  ): Promise<((DossierFacts & More) | undefined)[]> {
    const read = await this.facts.read(
      queries,
      commands.map(({ id }) => id),
    );
    const there = commands.flatMap((command, index) => {
      const facts = read[index];
      return facts ? [{ facts, command, index }] : [];
    });
    const more = await decision.more?.(
      queries,
      there.map(({ facts }) => facts),
      there.map(({ command }) => command),
    );
    const whole: ((DossierFacts & More) | undefined)[] = commands.map(() => undefined);
    for (const [place, { facts, index }] of there.entries()) whole[index] = { ...facts, ...(more?.[place] as More) };
    return whole;
  }
}

/** Another's dossier is refused as if it did not exist; of two at one version the first wins. */
function assertAllowed(
  { action, scope = action ? scopeOf(action) : null }: Pick<DossierDecision<never>, 'action' | 'scope'>,
  facts: DossierFacts,
  command: DossierCommand,
  now: Temporal.Instant,
): void {
  const { actor, version = null } = command as Partial<Asked>;
  if (scope === null && !action) return;
  if (!actor) throw new Error('a command that may be refused says who asks');
  if (scope !== null) assertReach(actor, scope, belongingOf(facts));
  if (version !== null) assertVersion(facts.dossier.version, version);
  if (action) assertAction(action, facts, { ...(command as Partial<Asked>), actor, now });
}
