import { type Graph, instance, type Viz } from '@viz-js/viz';
import { type Language, type Localized, Refusal } from '@motcua/kernel';
import type { DiagramNode, ProcessDiagram } from '@motcua/processing-domain';
import type { WorkflowCode } from '../../problems.js';

const SHAPES: Readonly<Record<DiagramNode['shape'], Readonly<Record<string, string>>>> = {
  step: { shape: 'box', style: 'rounded,filled' },
  fork: { shape: 'hexagon', style: 'filled' },
  agency: { shape: 'box', style: 'filled' },
  join: { shape: 'hexagon', style: 'filled' },
  end: { shape: 'oval', style: 'filled' },
};
const COLOURS: Readonly<Record<DiagramNode['progress'], Readonly<Record<string, string | number>>>> = {
  ahead: { fillcolor: '#ffffff', color: '#8a8a8a', fontcolor: '#333333' },
  passed: { fillcolor: '#e3f1e3', color: '#3c7a3c', fontcolor: '#1d3d1d' },
  here: { fillcolor: '#fff1c9', color: '#b07d00', fontcolor: '#4a3500', penwidth: 2.5 },
};
const LATE = { color: '#c22f2f', penwidth: 2.5 };

// Graphviz reads backslashes in labels as escapes of its own.
const plain = (text: string): string => text.replaceAll('\\', '\\\\').replace(/\s+/g, ' ');

// Graphviz knows no widths of Vietnamese letters: every box has room for the widest fonts that browsers take, and what
// stands free has blanks around it.
const INCHES_A_LETTER = 0.097;
const widthOf = (lines: readonly string[], shape: DiagramNode['shape']): number =>
  (Math.max(...lines.map((line) => line.length)) * INCHES_A_LETTER + 0.3) *
  (shape === 'fork' || shape === 'join' ? 1.35 : 1);
const BLANK = '\u00a0';
function roomy(text: string): string {
  const blanks = BLANK.repeat(Math.ceil(text.length / 6) + 1);
  return `${blanks}${text}${blanks}`;
}

let graphviz: Promise<Viz> | undefined;

/** Laying out takes the whole thread, and its time grows much faster than the graph: half a second here. */
const MOST_ARROWS = 150;

/**
 * The diagram laid out by Graphviz, which runs here as WebAssembly: no browser, no program beside the service.
 * @throws Refusal PROCESS.DIAGRAM_TOO_LARGE with how many arrows may be drawn
 */
export async function svgOf({ nodes, edges }: ProcessDiagram, language: Language, title: string): Promise<string> {
  if (edges.length > MOST_ARROWS)
    throw new Refusal<WorkflowCode>('PROCESS.DIAGRAM_TOO_LARGE', { arrows: edges.length, atMost: MOST_ARROWS });
  graphviz ??= instance();
  const said = (text: Localized): string => plain(text[language]);
  const graph: Graph = {
    graphAttributes: {
      rankdir: 'TB',
      fontname: 'sans-serif',
      fontsize: 13,
      label: roomy(plain(title)),
      labelloc: 't',
      nodesep: 0.4,
    },
    nodeAttributes: { fontname: 'sans-serif', fontsize: 11, margin: '0.18,0.1' },
    edgeAttributes: { fontname: 'sans-serif', fontsize: 9, color: '#666666', fontcolor: '#444444' },
    nodes: nodes.map(({ id, shape, lines, progress, late }) => {
      const texts = lines.map(said);
      const looks = { ...SHAPES[shape], ...COLOURS[progress], ...(late && LATE) };
      return { name: id, attributes: { ...looks, width: widthOf(texts, shape), label: texts.join('\\n') } };
    }),
    edges: edges.map(({ from, to, label, back }) => ({
      tail: from,
      head: to,
      attributes: { ...(label && { label: roomy(said(label)) }), ...(back && { style: 'dashed', constraint: false }) },
    })),
  };
  return (await graphviz).renderString(graph, { format: 'svg' });
}
