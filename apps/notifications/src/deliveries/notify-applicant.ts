import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import { concerns } from './concerns.js';
import { type News, WriteNews } from './write-news.js';

/** Tells the applicant, by mail and in the application, and who has a part in the dossier what concerns them (R19). */
@Injectable()
export class NotifyApplicant {
  constructor(private readonly news: WriteNews) {}

  /** The applicant's own wish goes before that of who submits for them. */
  async notify(tx: Tx, told: Pick<News, 'event' | 'dossier' | 'kind' | 'data' | 'attachment'>): Promise<void> {
    const { applicantRef, submitter, parties } = told.dossier;
    const language = told.dossier.language ?? 'vi';
    // A paper that goes with a mail is the applicant's: others ask for it where they may read it.
    const { attachment: _, ...saidToAll } = told;
    const others = new Set(
      parties.filter((party) => party.ref !== applicantRef && concerns(told.kind, party)).map(({ ref }) => ref),
    );
    await Promise.all([
      this.news.write(tx, {
        ...told,
        recipient: applicantRef,
        applicantRef,
        subject: submitter,
        people: submitter === null ? [applicantRef] : [applicantRef, submitter],
        language,
      }),
      ...[...others].map((ref) =>
        this.news.write(tx, {
          ...saidToAll,
          recipient: ref,
          applicantRef: ref,
          party: true,
          subject: null,
          people: [ref],
          language,
        }),
      ),
    ]);
  }
}
