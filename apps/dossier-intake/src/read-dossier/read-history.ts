import { type HistoryLine, type Queries, sql } from '@motcua/platform';

export type ReadLine = Omit<HistoryLine, 'aggregate'>;

/** Lines of a dossier's history after line `after`, oldest first. */
export const readHistory = (queries: Queries, dossierId: string, after: number, limit: number): Promise<ReadLine[]> =>
  queries.query<ReadLine>(sql`
    SELECT n, at, actor, action, detail, previous, hash FROM history
    WHERE aggregate = ${`dossier/${dossierId}`} AND n > ${after} ORDER BY n LIMIT ${limit}`);
