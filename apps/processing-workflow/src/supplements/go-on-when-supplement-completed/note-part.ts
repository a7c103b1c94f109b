import { notePart, type SupplementPart } from '@motcua/processing-domain';
import { reactionKind } from '../../change/case-kind.js';

interface NotePart {
  readonly dossierId: string;
  readonly number: number;
  readonly part: SupplementPart;
}

export const NOTE_PART = reactionKind('system:supplement-completed', ({ state }, { number, part }: NotePart) => {
  const decided = notePart(state, { number, part });
  return decided && { decided, action: 'supplementPartGiven', detail: { number, items: part.items } };
});
