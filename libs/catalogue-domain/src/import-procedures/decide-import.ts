import type { Fault } from '@motcua/kernel';
import type { ProcedureRecord } from '../procedure/procedure-record.js';
import type { VersionDefinition } from '../procedure/version-definition.js';

type ImportDecision =
  | { readonly outcome: 'unchanged'; readonly version: number }
  | { readonly outcome: 'created' | 'updated'; readonly version: number }
  | { readonly outcome: 'refused'; readonly fault: Omit<Fault, 'pointer'> };

const hasTermAndFee = ({ asGiven }: VersionDefinition): boolean => asGiven?.termAndFee != null;

/** Variants tell most, a headline with term and fee as text less, a bare headline least. */
const tellsLess = (given: VersionDefinition, than: VersionDefinition): boolean =>
  given.variants.length === 0 && (than.variants.length > 0 || (hasTermAndFee(than) && !hasTermAndFee(given)));

/**
 * What an item does to a procedure. The same content, and content that tells less, changes nothing, however often it
 * comes. A draft that only imports have written is written anew; one that a person has written or edited is not taken
 * from them; beside what was announced a new draft is made.
 */
export function decideImport(
  procedure: Pick<ProcedureRecord, 'repeal' | 'versions'> | undefined,
  contentHash: string,
  definition: VersionDefinition,
): ImportDecision {
  const same = procedure?.versions.find((version) => version.contentHash === contentHash);
  if (same) return { outcome: 'unchanged', version: same.version };
  const newest = procedure?.versions.at(-1);
  if (newest && tellsLess(definition, newest.definition)) return { outcome: 'unchanged', version: newest.version };
  if (procedure?.repeal) {
    return {
      outcome: 'refused',
      fault: { code: 'REPEALED', detail: { vi: 'Thủ tục đã bị bãi bỏ.', en: 'The procedure has been repealed.' } },
    };
  }
  if (!newest || newest.announcement) return { outcome: 'created', version: (newest?.version ?? 0) + 1 };
  if (newest.origin === 'imported' && newest.openQuestions.every(({ answer }) => answer === null))
    return { outcome: 'updated', version: newest.version };
  return {
    outcome: 'refused',
    fault: {
      code: 'DRAFT_EDITED',
      detail: {
        vi: `Bản thảo ${newest.version} đã có người sửa hoặc trả lời; đề nghị công bố trước khi nhập lại.`,
        en: `Draft ${newest.version} was edited or answered by a person; announce it before you import it again.`,
      },
    },
  };
}
