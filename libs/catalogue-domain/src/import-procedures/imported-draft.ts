import type { Localized } from '@motcua/kernel';
import type { OpenQuestion, QuestionCode, ReadingNote } from '../procedure/open-question.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from '../set-tariff/tariff.js';
import type { GivenName } from './portal-procedure.js';

/** What an item says, read as the national portal means it; fields and agencies are not looked up yet. */
export interface ImportedDraft {
  readonly code: string;
  readonly definition: VersionDefinition;
  readonly fields: readonly GivenName[];
  readonly agencies: readonly GivenName[];
  /** Undefined where the form has no fees to read. */
  readonly tariff: readonly Omit<TariffLine, 'validFrom'>[] | undefined;
  readonly tariffFrom: string | null;
  /** Some row says that nothing is owed. */
  readonly saysFree: boolean;
  readonly remarks: Remarks;
}

/** Collects what stays open and how things were read. Ids follow the order, so the same item asks the same twice. */
export class Remarks {
  questions: Omit<OpenQuestion, 'id'>[] = [];
  readonly notes: ReadingNote[] = [];

  ask(code: QuestionCode, pointer: string, question: Localized): void {
    this.questions.push({ code, pointer, question, answer: null });
  }

  /** Leaves only the questions about these places of the draft. */
  keepQuestionsAbout(places: readonly string[]): void {
    this.questions = this.questions.filter(({ pointer }) => places.some((place) => pointer.startsWith(place)));
  }

  note(code: string, pointer: string, note: Localized): void {
    this.notes.push({ code, pointer, note });
  }

  numbered(): OpenQuestion[] {
    return this.questions.map((question, at) => ({ id: `q${at + 1}`, ...question }));
  }
}
