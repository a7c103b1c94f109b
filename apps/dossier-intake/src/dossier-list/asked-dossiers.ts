import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import {
  currentDossierCode,
  DOSSIER_STATUSES,
  type DossierStatus,
  ENDED,
  type IdentityType,
} from '@motcua/dossier-domain';
import { isUuid } from '@motcua/kernel';
import { type Actor, decodeCursor, identityHash, permittedReach, PlatformConfig } from '@motcua/platform';
import { nameWords, phoneWord } from '../persistence/search-words.js';
import type { ListRequest } from './dossier-list.js';
import { type Place, readersOf } from './readers-of.js';

/** Which dossiers: of the list's page, and of a bulk action. */
export interface DossierFilter {
  readonly status?: DossierStatus;
  readonly agency?: string;
  readonly procedure?: string;
  readonly channel?: string;
  readonly applicantIdType: IdentityType;
  readonly applicantId?: string;
  readonly code?: string;
  readonly portalCode?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly documentNumber?: string;
  readonly acceptedFrom?: string;
  readonly acceptedTo?: string;
  readonly submittedFrom?: string;
  readonly submittedTo?: string;
  readonly dueBefore?: string;
}

/** One page of them. */
interface AskedPage extends DossierFilter {
  readonly cursor?: string;
  readonly limit: number;
}

const instant = (text: string | undefined): Temporal.Instant | null =>
  text === undefined ? null : Temporal.Instant.from(text);

/** What is still open: an ended or returned dossier is due no more. */
const OPEN: readonly DossierStatus[] = DOSSIER_STATUSES.filter(
  (status) => status !== 'draft' && status !== 'processed' && !ENDED.has(status),
);

function cursorOf(cursor: string | undefined): ListRequest['after'] {
  const [listedAt, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof listedAt !== 'string' || typeof id !== 'string' || !isUuid(id) || Number.isNaN(Date.parse(listedAt)))
    return null;
  return [listedAt, id];
}

interface AskedList {
  readonly request: ListRequest;
  /** What the caller asks for is a person's own. */
  readonly own: boolean;
}

/** Turns a filter into a walk of the list, no further than the caller reaches. */
@Injectable()
export class AskedDossiers {
  constructor(
    private readonly agencies: Agencies,
    private readonly config: PlatformConfig,
  ) {}

  async of(actor: Actor, query: AskedPage): Promise<AskedList> {
    const reach = permittedReach(actor, 'dossier.read');
    const { limit, applicantId, applicantIdType, status } = query;
    const [agency, home] = await this.places(query.agency, actor);
    const statuses = status === undefined ? (query.dueBefore === undefined ? null : OPEN) : [status];
    const request: ListRequest = {
      ...readersOf(actor, reach, home, { agency, status }),
      statuses,
      applicantRef:
        applicantId === undefined ? null : identityHash(this.config.identityKey, applicantIdType, applicantId),
      code: query.code === undefined ? null : (currentDossierCode(query.code) ?? query.code),
      portalCode: query.portalCode ?? null,
      words: this.words(query),
      documentNumber: query.documentNumber ?? null,
      acceptedFrom: instant(query.acceptedFrom),
      acceptedTo: instant(query.acceptedTo),
      procedure: query.procedure ?? null,
      channel: query.channel ?? null,
      submittedFrom: instant(query.submittedFrom),
      submittedTo: instant(query.submittedTo),
      dueBefore: instant(query.dueBefore),
      after: cursorOf(query.cursor),
      limit,
    };
    return { request, own: reach === 'own' };
  }

  private words({ name, phone }: DossierFilter): string[] | null {
    const { identityKey } = this.config;
    if (name === undefined && phone === undefined) return null;
    return [
      ...(name === undefined ? [] : nameWords(identityKey, name)),
      ...(phone === undefined ? [] : [phoneWord(identityKey, phone)]),
    ];
  }

  /** The agency that is asked for, null where none is, and the caller's own. Of one that is not known nothing is listed. */
  private async places(asked: string | undefined, actor: Actor): Promise<[Place | null, Place | null]> {
    if (asked === undefined) return [null, null];
    const home = actor.agency === undefined ? undefined : await this.agencies.find(actor.agency);
    return [(await this.agencies.find(asked)) ?? { code: asked, ancestors: [] }, home ?? null];
  }
}
