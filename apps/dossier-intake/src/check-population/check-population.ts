import type { DossierRefusalCode, DossierStatus } from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { type Answer, ok, Unchanged } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { PopulationCheck } from '../persistence/population-check.js';
import { comparePerson } from './compare-person.js';
import type { Lookup } from './population-database.js';
import type { PopulationCheckView } from './population-check.view.js';

interface CheckPopulation extends Asked {
  readonly lookup: Lookup;
  /** Of whom the look-up was. */
  readonly applicantRef: string;
  readonly adopt: boolean;
}

/** Drafting and reception; afterwards the applicant stands. */
const OPEN: readonly DossierStatus[] = ['draft', 'registered', 'paymentRequired', 'supplementRequired'];

const viewOf = (check: PopulationCheck): PopulationCheckView => ({
  outcome: check.outcome,
  fields: check.fields,
  at: check.at,
});

/** Compares the applicant with what the state holds; of a draft, takes over what it holds. A database that is away changes nothing. @rule R19 */
export const CHECK_POPULATION: DossierDecision<CheckPopulation, object, PopulationCheckView> = {
  scope: 'dossier.submit',
  decide: ({ dossier: before }, { lookup, applicantRef, adopt, actor }, now) => {
    if (!OPEN.includes(before.status) || before.acceptedAt !== null || before.applicantRef !== applicantRef)
      throw new Refusal<DossierRefusalCode>('DOSSIER.ACTION_NOT_ALLOWED', {
        action: 'checkPopulation',
        dossierStatus: before.status,
      });
    if (lookup.outcome === 'away')
      return new Unchanged(ok<PopulationCheckView>({ outcome: 'away', fields: [], at: null }));
    const applicant = adopt && before.status === 'draft' ? adopted(before.applicant, lookup) : before.applicant;
    const fields = lookup.outcome === 'found' ? comparePerson(applicant, lookup.person) : [];
    const outcome = lookup.outcome === 'unknown' ? 'unknown' : fields.length === 0 ? 'same' : 'differs';
    const populationCheck = { at: withOffset(now), by: actor.subject, applicantRef, outcome, fields } as const;
    const detail = { consent: true, outcome, fields, adopted: applicant !== before.applicant };
    return {
      before,
      after: changed(before, { applicant, populationCheck }),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'populationChecked', detail }],
    };
  },
  answer: (_, { after }): Answer<PopulationCheckView> => ok(viewOf(after.populationCheck!), { version: after.version }),
};

const adopted = (applicant: DossierRow['applicant'], lookup: Lookup): DossierRow['applicant'] =>
  lookup.outcome === 'found' && lookup.person.status === 'living'
    ? { ...applicant, fullName: lookup.person.fullName, address: lookup.person.address ?? applicant.address }
    : applicant;
