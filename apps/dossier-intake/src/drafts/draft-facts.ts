import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  type Actor,
  identityHash,
  PlatformConfig,
  type Queries,
  refsOf,
  refsOfHolder,
  sealText,
  sql,
  SealingConfig,
} from '@motcua/platform';
import { type ReusablePaper, papersNotAskedAgain } from '../applicant-store/not-asked-again.js';
import { normalParties } from '../asked-fields/normal-parties.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { currentRevision } from '../catalogue/catalogue-snapshot.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { sealParties, type StoredParties } from '../persistence/parties.js';
import { sealForm, type StoredForm } from '../persistence/stored-form.js';
import type { DraftRequest } from './draft.request.js';

/** An applicant's identity number as it may be stored. */
interface SealedIdentity {
  /** Keyed hash, by which it is found. */
  readonly ref: string;
  readonly sealed: string;
}

/** What the check of a draft is made from. */
export interface DraftFacts {
  readonly circumstances: Circumstances;
  readonly identity: SealedIdentity;
  readonly parties: StoredParties;
  /** What the form says, sealed. */
  readonly form: StoredForm;
  /** What the store of the applicant holds, for who owns it or acts for its owner. */
  readonly papers: readonly ReusablePaper[];
  /** Another dossier has the portal's code already. */
  readonly portalCodeTaken: boolean;
}

/** A draft as it is to be, and who asks. */
export interface AskedDraft {
  /** Of the draft. */
  readonly id: string;
  readonly request: DraftRequest;
  readonly actor: Actor;
}

/** Reads together what the checks of many drafts need. */
@Injectable()
export class DraftFactsOf {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(queries: Queries, asked: readonly AskedDraft[]): Promise<DraftFacts[]> {
    const owners = [...new Set(asked.flatMap(({ actor }) => refsOf(actor)))];
    const [taken, revision, papers] = await Promise.all([
      takenPortalCodes(queries, asked),
      currentRevision(queries),
      papersNotAskedAgain(queries, owners, this.clock.now()),
    ]);
    const known = await this.catalogue.circumstances(queries, revision, asked.map(askedOf));
    return asked.map(({ id, request, actor }, index) => {
      const circumstances = known[index];
      if (!circumstances) throw new Error('each that asks has its circumstances');
      const identity = this.sealed(request);
      const holders = refsOfHolder(actor, identity.ref);
      return {
        circumstances,
        identity,
        parties: sealParties(normalParties(request), {
          identityKey: this.platform.identityKey,
          sealingKey: this.sealing.sealingKey,
        }),
        form: sealForm(request.formData, this.sealing.sealingKey),
        papers: papers.filter(({ owner }) => holders.includes(owner)),
        portalCodeTaken: taken.has(id),
      };
    });
  }

  private sealed({ applicant }: DraftRequest): SealedIdentity {
    const { type } = applicant.identity;
    const number = applicant.identity.number.trim();
    return {
      ref: identityHash(this.platform.identityKey, type, number),
      sealed: sealText(this.sealing.sealingKey, number),
    };
  }
}

/** Ids of the drafts whose portal code another dossier has, or an earlier one of these: nobody else gives one meanwhile. @rule R22 */
async function takenPortalCodes(queries: Queries, asked: readonly AskedDraft[]): Promise<ReadonlySet<string>> {
  const coded = asked.flatMap(({ id, request: { portalCode } }) => (portalCode == null ? [] : [{ id, portalCode }]));
  if (coded.length === 0) return new Set();
  const codes = [...new Set(coded.map(({ portalCode }) => portalCode))].sort();
  await queries.query(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('portal-code:' || code, 0)) FROM unnest(${codes}::text[]) AS c (code)`,
  );
  const known = await queries.query<{ id: string; portalCode: string }>(
    sql`SELECT id, portal_code AS "portalCode" FROM dossier WHERE portal_code = ANY (${codes})`,
  );
  const isTaken = ({ id, portalCode }: (typeof coded)[number], index: number): boolean =>
    known.some((one) => one.portalCode === portalCode && one.id !== id) ||
    coded.slice(0, index).some((one) => one.portalCode === portalCode && one.id !== id);
  return new Set(coded.filter(isTaken).map(({ id }) => id));
}

const askedOf = ({ request, actor }: AskedDraft) => ({
  procedure: request.procedureCode,
  agencies: [request.receivingAgency, request.competentAgency, request.submissionAgency ?? actor.agency].filter(
    (identifier) => identifier != null,
  ),
});
