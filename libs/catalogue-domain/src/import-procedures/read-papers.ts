import { folded } from '@motcua/kernel';
import type { Component, Variant } from '../procedure/version-definition.js';
import { cut, LENGTH } from './clean-text.js';
import type { Remarks } from './imported-draft.js';
import type { PortalCase, PortalPaper } from './portal-procedure.js';
import { DEFAULT_VARIANT, type TermVariant } from './read-terms.js';
import { uniqueCodes } from './unique-codes.js';

const LONGEST_CODE = 50;
const MOST_COPIES = 100;

const codeOf = ({ code }: PortalPaper, at: number): string =>
  (code ?? '')
    .replaceAll(/[^A-Za-z0-9Đđ._-]+/g, '-')
    .replace(/^[^A-Za-z0-9Đđ]+/, '')
    .slice(0, LONGEST_CODE) || `GT-${at + 1}`;
const count = (number: number): number => Math.min(MOST_COPIES, Math.floor(number));

/** Papers with originals or copies are required, whatever the portal's own flag says; 0 and 0 is a note, not a paper. */
function componentsOf(papers: readonly PortalPaper[], remarks: Remarks): Component[] {
  const unique = uniqueCodes();
  return papers.flatMap((paper, at) => {
    const [originals, copies] = [count(paper.originals), count(paper.copies)];
    if (originals + copies === 0) {
      if (!remarks.notes.some(({ note }) => note.vi === paper.name))
        remarks.note('PAPER_IS_A_NOTE', '/variants', { vi: paper.name, en: paper.name });
      return [];
    }
    const code = unique(codeOf(paper, at), at);
    return [{ code, name: cut(paper.name, LENGTH.name), originals, copies, required: true, formUrl: paper.formUrl }];
  });
}

/** What comes to the papers of another case: “trường hợp ủy quyền phải kèm theo”. */
const isAddition = (name: string): boolean =>
  /kem theo|bao gom them|bo sung them|nop them|ngoai (cac )?giay to/.test(folded(name));

function matches(variant: TermVariant, one: PortalCase): boolean {
  const [a, b] = [folded(variant.name), folded(one.name)];
  return b !== '' && (a.includes(b) || b.includes(a));
}

/** Brings together the variants that the rows tell (terms) and those that the papers tell (cases). */
export function withPapers(
  variants: readonly TermVariant[],
  cases: readonly PortalCase[],
  remarks: Remarks,
): Variant[] {
  const named = cases.length > 1;
  if (cases.every(({ papers }) => papers.length === 0)) {
    remarks.ask('PAPERS_MISSING', '/variants', {
      vi: 'Cổng không ghi giấy tờ nào. Đề nghị nhập thành phần hồ sơ.',
      en: 'The portal names no paper. Enter what an applicant hands in.',
    });
  }
  if (!named) {
    const components = componentsOf(cases[0]?.papers ?? [], remarks);
    return variants.map(({ code, name, term }) => ({ code, name, term, components }));
  }
  const [only, ...others] = variants;
  if (only && others.length === 0 && only.code === DEFAULT_VARIANT.code) {
    remarks.ask('PAPERS_OF_VARIANT_UNCLEAR', '/variants', {
      vi: `Cổng ghi một thời hạn và ${cases.length} trường hợp hồ sơ. Đã lấy mỗi trường hợp là một biến thể; trường hợp ghi “kèm theo” gồm cả giấy tờ của trường hợp đầu. Đề nghị rà soát.`,
      en: `The portal has one term and ${cases.length} cases of papers. Each became a variant; one that says “kèm theo” (in addition) has the papers of the first, too. Review them.`,
    });
    const base = cases[0]?.papers ?? [];
    return cases.map(({ name, papers }, at) => ({
      code: `TH${at + 1}`,
      name: cut(name, LENGTH.case) || `Trường hợp ${at + 1}`,
      term: only.term,
      components: componentsOf(at > 0 && isAddition(name) ? [...base, ...papers] : papers, remarks),
    }));
  }
  const found = variants.map((variant) => cases.filter((one) => matches(variant, one)));
  const matched = found.every((own) => own.length === 1) && new Set(found.flat()).size === cases.length;
  if (!matched) {
    remarks.ask('PAPERS_OF_VARIANT_UNCLEAR', '/variants', {
      vi: `Cổng ghi ${variants.length} thời hạn và ${cases.length} trường hợp hồ sơ, không khớp tên. Đã đưa mọi giấy tờ vào mọi trường hợp; đề nghị rà soát.`,
      en: `The portal has ${variants.length} terms and ${cases.length} cases of papers whose names do not match. Every variant was given all papers; review them.`,
    });
  }
  const all = cases.flatMap(({ papers }) => papers);
  return variants.map(({ code, name, term }, at) => ({
    code,
    name,
    term,
    components: componentsOf(matched ? (found[at]?.[0]?.papers ?? []) : all, remarks),
  }));
}
