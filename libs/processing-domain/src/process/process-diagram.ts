import type { Localized } from '@motcua/kernel';
import { sayTerm } from '@motcua/legal-clock';
import { type ConsultationStep, type Join, type ProcessDefinition, type ProcessStep } from './process-definition.js';
import { forwardEdges } from './process-graph.js';

/** Where a case is with a node: not there yet, there now, or past it. */
export type Progress = 'ahead' | 'here' | 'passed';

export interface DiagramNode {
  readonly id: string;
  readonly shape: 'end' | 'step' | 'fork' | 'agency' | 'join';
  readonly lines: readonly Localized[];
  readonly progress: Progress;
  /** Longer than its own term allows. */
  readonly late: boolean;
}

interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label: Localized | null;
  /** Leads back to a step that was passed. */
  readonly back: boolean;
}

export interface ProcessDiagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** What is known of a case at a step, or at one of its agencies. */
export interface NodeProgress {
  readonly progress: Progress;
  readonly late: boolean;
  /** How long it took, who has it, since when. */
  readonly lines: readonly Localized[];
}

export interface CaseProgress {
  readonly of: (step: string, agency?: string) => NodeProgress;
  readonly ended: boolean;
}

const NOWHERE: CaseProgress = { of: () => ({ progress: 'ahead', late: false, lines: [] }), ended: false };

const same = (text: string): Localized => ({ vi: text, en: text });
const ROLES: Readonly<Record<string, Localized>> = {
  clerk: { vi: 'cán bộ Một cửa', en: 'clerk' },
  specialist: { vi: 'chuyên viên', en: 'specialist' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
};
const JOINED: Readonly<Record<Join, Localized>> = {
  all: { vi: 'Đủ mọi ý kiến', en: 'All have answered' },
  any: { vi: 'Có một ý kiến', en: 'Any has answered' },
  deadlinePassed: { vi: 'Đủ ý kiến hoặc hết hạn', en: 'Answered, or time passed' },
};
const AGENCIES: Readonly<Record<string, Localized>> = {
  competent: { vi: 'cơ quan có thẩm quyền', en: 'competent agency' },
  receiving: { vi: 'cơ quan tiếp nhận', en: 'receiving agency' },
};

const joinedBy = (separator: string, ...parts: readonly Localized[]): Localized => ({
  vi: parts.map(({ vi }) => vi).join(separator),
  en: parts.map(({ en }) => en).join(separator),
});

function agencyNode(step: string, asked: ConsultationStep['ask'][number], id: string, at: CaseProgress): DiagramNode {
  const { agency, role, term } = asked;
  const { lines, ...where } = at.of(step, agency);
  const who = joinedBy(' · ', AGENCIES[agency] ?? same(agency), ROLES[role] ?? same(role));
  return { id, shape: 'agency', ...where, lines: [who, sayTerm(term), ...lines] };
}

function nodesOf(step: ProcessStep, id: string, at: CaseProgress): DiagramNode[] {
  const { lines, ...where } = at.of(step.code);
  if (step.kind === 'consultation') {
    const isPassed = where.progress === 'passed';
    return [
      { id, shape: 'fork', ...where, lines: [same(step.name), ...lines] },
      ...step.ask.map((asked, i) => agencyNode(step.code, asked, `${id}a${i}`, at)),
      { id: `${id}j`, shape: 'join', progress: isPassed ? 'passed' : 'ahead', late: false, lines: [JOINED[step.join]] },
    ];
  }
  const { role, agency = 'competent', term } = step;
  const who = joinedBy(' · ', ROLES[role] ?? same(role), AGENCIES[agency] ?? same(agency));
  const own = [same(step.name), who, ...(term ? [sayTerm(term)] : [])];
  return [{ id, shape: 'step', ...where, lines: [...own, ...lines] }];
}

const END = 'done';

/** The graph of a definition, and with a case's progress where it stands and how long each step took. */
export function processDiagram(definition: ProcessDefinition, at: CaseProgress = NOWHERE): ProcessDiagram {
  const { steps } = definition;
  const ids = new Map(steps.map(({ code }, i) => [code, `s${i}`]));
  const forward = forwardEdges(definition);
  const idOf = (code: string | null): string => (code === null ? END : (ids.get(code) ?? END));
  const edge = (from: string, code: string, to: string | null, label: Localized | null): DiagramEdge => ({
    from,
    to: idOf(to),
    label,
    back: to !== null && !(forward.get(code) ?? []).includes(to),
  });
  const edges = steps.flatMap((step): DiagramEdge[] => {
    const id = idOf(step.code);
    if (step.kind !== 'consultation') return step.outcomes.map(({ name, to }) => edge(id, step.code, to, same(name)));
    const agencies = step.ask.map((_, i) => `${id}a${i}`);
    return [
      ...agencies.flatMap((agency) => [
        { from: id, to: agency, label: null, back: false },
        { from: agency, to: `${id}j`, label: null, back: false },
      ]),
      edge(`${id}j`, step.code, step.to, null),
    ];
  });
  const end: DiagramNode = {
    id: END,
    shape: 'end',
    lines: [{ vi: 'Trả kết quả tại Bộ phận Một cửa', en: 'Result at the one-stop' }],
    progress: at.ended ? 'here' : 'ahead',
    late: false,
  };
  return { nodes: [...steps.flatMap((step) => nodesOf(step, idOf(step.code), at)), end], edges };
}
