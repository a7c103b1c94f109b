import type { DossierParts } from '../persistence/dossier-parts.js';
import type { DossierChange } from './dossier-change.js';

/** What belongs to a dossier once a change is saved. */
export function partsAfter(change: DossierChange, before: DossierParts): DossierParts {
  const { supplements = [], filesAdded = [], filesRemoved = [], holderName = null } = change;
  const replaced = new Map(supplements.map(({ after }) => [after.number, after]));
  const removed = new Set(filesRemoved.map(({ id }) => id));
  const added = supplements.filter((one) => one.before === null).map(({ after }) => after);
  const { results, place, lastPost, handedInAtPost, closed } = before;
  return {
    ...{ results, place, lastPost, handedInAtPost, closed },
    holderName,
    files: [...before.files.filter(({ id }) => !removed.has(id)), ...filesAdded],
    supplements: [...before.supplements.map((one) => replaced.get(one.number) ?? one), ...added],
  };
}
