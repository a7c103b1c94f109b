import { ListOf, Nested, OneOf, Text, Whole } from '@motcua/platform';
import { heldBackOn, inForceOn, stateOn, questionsLeft, type ProcedureRecord } from '@motcua/catalogue-domain';
import { RepealView } from './repeal.view.js';
import { SuspensionView } from './suspension.view.js';
import { VersionLineView } from './version-line.view.js';
import { type VersionBody, VersionView, versionView } from './version.view.js';

export const PROCEDURE_STATES = ['draft', 'announced', 'inForce', 'suspended', 'repealed'] as const;
export type ProcedureState = (typeof PROCEDURE_STATES)[number];

/** A procedure at an instant. Its ETag is `revision`. */
export class ProcedureView {
  @Text({ example: '1.001686' })
  readonly code!: string;

  @Text()
  readonly name!: string;

  @OneOf(PROCEDURE_STATES)
  readonly state!: ProcedureState;

  @Nested(() => VersionView, {
    nullable: true,
    description: 'The version in force; null before the first version, and while suspended or repealed',
  })
  readonly inForce!: VersionBody | null;

  @ListOf(() => VersionLineView)
  readonly versions!: readonly VersionLineView[];

  @ListOf(() => SuspensionView)
  readonly suspensions!: readonly SuspensionView[];

  @Nested(() => RepealView, { nullable: true })
  readonly repeal!: RepealView | null;

  @Whole({ min: 1 })
  readonly revision!: number;
}

function stateOf(procedure: ProcedureRecord, day: string): ProcedureState {
  if (!procedure.versions.some(({ announcement }) => announcement !== null)) return 'draft';
  const held = heldBackOn(procedure, day);
  if (held !== undefined) return held;
  return inForceOn(procedure, day) ? 'inForce' : 'announced';
}

export function procedureView(procedure: ProcedureRecord, day: string): ProcedureView {
  const { code, revision, versions, suspensions, repeal } = procedure;
  const version = inForceOn(procedure, day);
  const named = version ?? versions.at(-1);
  return {
    code,
    name: named?.definition.name ?? code,
    state: stateOf(procedure, day),
    inForce: version ? versionView(procedure, version, day) : null,
    versions: versions.map((one) => ({
      version: one.version,
      state: stateOn(procedure, one, day),
      effectiveFrom: one.announcement?.effectiveFrom ?? null,
      openQuestions: questionsLeft(one),
    })),
    suspensions,
    repeal,
    revision,
  };
}
