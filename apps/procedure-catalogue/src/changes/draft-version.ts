import {
  assertWritable,
  type CatalogueRefusalCode,
  draftVersion,
  newProcedure,
  type Origin,
  type ProcedureState,
  type VersionDefinition,
  versionFaults,
  versionOf,
} from '@motcua/catalogue-domain';
import { dayInVietnam, Refusal } from '@motcua/kernel';
import { assertVersion, type CommandKind, created, ok } from '@motcua/platform';
import { type VersionBody, versionView } from '../views/version.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { lockProcedures, type NamedCodes, namedCodes, surroundingsOf } from './procedure-facts.js';

interface DraftVersion {
  readonly code: string;
  readonly version: number;
  readonly definition: VersionDefinition;
  readonly actor: string;
  /** Revision that the caller saw; undefined where it expects none. */
  readonly seen: number | undefined;
  readonly origin?: Origin;
}

interface Facts {
  readonly before: ProcedureState | null;
  readonly named: NamedCodes;
}

/** Writes a draft of a version, or replaces it; what was announced is never written again (R14). */
export const DRAFT_VERSION: CommandKind<DraftVersion, Facts, ProcedureChange, VersionBody> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: async (queries, commands) => {
    const found = await lockProcedures(
      queries,
      commands.map(({ code }) => code),
    );
    const named = await namedCodes(
      queries,
      commands.map(({ definition }) => definition),
    );
    return commands.map(({ code }) => ({ before: found.get(code) ?? null, named }));
  },
  decide: ({ before, named }, { code, version, definition: given, actor, seen, origin = 'written' }, at) => {
    const name = given.field.code === null ? undefined : named.fields.get(given.field.code);
    const definition = name === undefined ? given : { ...given, field: { code: given.field.code, name } };
    const faults = versionFaults(definition, surroundingsOf(definition, named));
    if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.INVALID', {}, faults);
    const state = before ?? newProcedure(code);
    assertWritable(state.procedure, version);
    assertVersion(state.procedure.versions.find((one) => one.version === version)?.revision, seen);
    return { before, ...draftVersion(state, { version, definition, actor, origin }, at), actor, at };
  },
  answer: ({ after: { procedure }, at }, _, { code, version }) => {
    const draft = versionOf(procedure, version);
    const view = versionView(procedure, draft, dayInVietnam(at));
    const headers = { version: draft.revision, location: `/catalogue/v1/procedures/${code}/versions/${version}` };
    return draft.revision === 1 ? created(view, headers) : ok(view, headers);
  },
};
