import { assertTariff, type ProcedureState, setTariff, type TariffLine } from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, created, ok } from '@motcua/platform';
import { type TariffBody, tariffView } from '../views/tariff.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { knownProcedures } from './procedure-facts.js';

interface SetTariff {
  readonly code: string;
  readonly lines: readonly TariffLine[];
  readonly actor: string;
  /** Why what was said of days that are over was wrong. */
  readonly reason?: string | null;
  /** Revision of the tariff that the caller saw; undefined where it expects none. */
  readonly seen: number | undefined;
}

/** Sets all dated lines of a procedure, apart from its versions (R16). */
export const SET_TARIFF: CommandKind<SetTariff, ProcedureState, ProcedureChange, TariffBody> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: knownProcedures,
  decide: (before, { lines, reason = null, actor, seen }, at) => {
    assertTariff(before, { lines, reason }, at);
    assertVersion(before.tariff?.revision, seen);
    return { before, ...setTariff(before, { lines, reason, actor }, at), actor, at };
  },
  answer: ({ after: { tariff } }, _, { code }) => {
    if (!tariff) throw new Error(`${code} has no tariff after one was set`);
    const headers = { version: tariff.revision, location: `/catalogue/v1/procedures/${code}/tariff` };
    return tariff.revision === 1 ? created(tariffView(tariff), headers) : ok(tariffView(tariff), headers);
  },
};
