import { dayInVietnam } from '@motcua/kernel';
import {
  type Announcement,
  announceVersion,
  type ProcedureState,
  unknownProcedure,
  versionOf,
} from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, created } from '@motcua/platform';
import { type VersionBody, versionView } from '../views/version.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { lockProcedures, type NamedCodes, namedCodes, surroundingsOf } from './procedure-facts.js';

interface AnnounceVersion {
  readonly code: string;
  readonly version: number;
  readonly announcement: Announcement;
  readonly actor: string;
  /** Revision of the draft that the caller saw; undefined for the seed, which has just written it. */
  readonly seen: number | undefined;
}

interface Facts {
  readonly before: ProcedureState;
  readonly named: NamedCodes;
}

/** Announces a draft by decision (R14). */
export const ANNOUNCE_VERSION: CommandKind<AnnounceVersion, Facts, ProcedureChange, VersionBody> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: async (queries, commands) => {
    const found = await lockProcedures(
      queries,
      commands.map(({ code }) => code),
    );
    const drafts = commands.flatMap(
      ({ code, version }) => found.get(code)?.procedure.versions.filter((one) => one.version === version) ?? [],
    );
    const named = await namedCodes(
      queries,
      drafts.map(({ definition }) => definition),
    );
    return commands.map(({ code }) => {
      const before = found.get(code);
      return before ? { before, named } : unknownProcedure(code);
    });
  },
  decide: ({ before, named }, { version, announcement, actor, seen }, at) => {
    const draft = versionOf(before.procedure, version);
    if (seen !== undefined) assertVersion(draft.revision, seen);
    const known = surroundingsOf(draft.definition, named);
    return { before, ...announceVersion(before, draft, announcement, known, at), actor, at };
  },
  answer: ({ after: { procedure }, at }, _, { version: number }) => {
    const version = versionOf(procedure, number);
    return created(versionView(procedure, version, dayInVietnam(at)), { version: version.revision });
  },
};
