import { Injectable } from '@nestjs/common';
import type { Tx } from '@motcua/platform';
import { type News, WriteNews } from './write-news.js';

/** Tells the applicant, by mail and in the application (R19). */
@Injectable()
export class NotifyApplicant {
  constructor(private readonly news: WriteNews) {}

  /** The applicant's own wish goes before that of who submits for them. */
  notify(tx: Tx, told: Pick<News, 'event' | 'dossier' | 'kind' | 'data' | 'attachment'>): Promise<void> {
    const { applicantRef, submitter, language } = told.dossier;
    return this.news.write(tx, {
      ...told,
      recipient: applicantRef,
      applicantRef,
      subject: submitter,
      people: submitter === null ? [applicantRef] : [applicantRef, submitter],
      language: language ?? 'vi',
    });
  }
}
