import { copiesIn, rowTable, sql, batchWrite } from '@motcua/platform';

interface ProcedureCopy {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly onlineLevel: string;
  readonly competentAgencies: readonly string[] | null;
  readonly competentLevel: string | null;
  /** Of the first version that came. */
  readonly effectiveFrom: string;
  readonly repealedFrom: string | null;
}

interface RequiredPapers {
  readonly procedureCode: string;
  readonly version: number;
  readonly variant: string;
  readonly components: readonly string[];
}

interface TariffCopy {
  readonly procedureCode: string;
  readonly hasFee: boolean;
  readonly revision: number;
}

export const keepProcedures = copiesIn(
  rowTable<ProcedureCopy>('procedure_copy', {
    code: 'key',
    version: 'plain',
    name: 'plain',
    fieldCode: 'plain',
    fieldName: 'plain',
    onlineLevel: 'plain',
    competentAgencies: 'plain',
    competentLevel: 'plain',
    effectiveFrom: 'fixed',
    repealedFrom: 'plain',
  }),
  'version',
);

export const keepRequiredPapers = copiesIn(
  rowTable<RequiredPapers>('required_papers', {
    procedureCode: 'key',
    version: 'key',
    variant: 'key',
    components: 'fixed',
  }),
);

export const keepTariffs = copiesIn(
  rowTable<TariffCopy>('tariff_copy', { procedureCode: 'key', hasFee: 'plain', revision: 'plain' }),
  'revision',
);

export const keepRepeal = batchWrite<{ readonly code: string; readonly from: string }>(
  (repeals) => sql`
    UPDATE procedure_copy p SET repealed_from = r.day
    FROM unnest(${repeals.map(({ code }) => code)}::text[], ${repeals.map(({ from }) => from)}::date[]) AS r (code, day)
    WHERE p.code = r.code`,
);
