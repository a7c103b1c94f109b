import type { Language, Localized } from '@motcua/kernel';
import type { DiagramNode, ProcessDiagram } from '@motcua/processing-domain';

// Mermaid reads its own markup and HTML inside quoted labels: what people wrote must be neither.
const MARKS: Readonly<Record<string, string>> = { '#': '#35;', '"': '#quot;', '<': '#lt;', '>': '#gt;', '&': '#amp;' };
const plain = (text: string): string => text.replace(/[#"<>&]/g, (mark) => MARKS[mark] ?? '').replace(/\s+/g, ' ');

const SHAPES: Readonly<Record<DiagramNode['shape'], readonly [open: string, close: string]>> = {
  step: ['[', ']'],
  fork: ['{{', '}}'],
  agency: ['(', ')'],
  join: ['{{', '}}'],
  end: ['([', '])'],
};

const STYLES = [
  'classDef ahead fill:#ffffff,stroke:#8a8a8a,color:#333333',
  'classDef passed fill:#e3f1e3,stroke:#3c7a3c,color:#1d3d1d',
  'classDef here fill:#fff1c9,stroke:#b07d00,stroke-width:3px,color:#4a3500',
  'classDef late stroke:#c22f2f,stroke-width:3px',
];

/** The diagram as Mermaid's text, for whoever draws it themselves. */
export function mermaidOf({ nodes, edges }: ProcessDiagram, language: Language): string {
  const said = (text: Localized): string => plain(text[language]);
  return [
    'flowchart TD',
    ...nodes.map(({ id, shape, lines, progress }) => {
      const [open, close] = SHAPES[shape];
      return `  ${id}${open}"${lines.map(said).join('<br/>')}"${close}:::${progress}`;
    }),
    ...edges.map(({ from, to, label, back }) => {
      const arrow = back ? '-.->' : '-->';
      return `  ${from} ${arrow}${label ? `|"${said(label)}"|` : ''} ${to}`;
    }),
    ...nodes.filter(({ late }) => late).map(({ id }) => `  class ${id} late`),
    ...STYLES.map((style) => `  ${style}`),
    '',
  ].join('\n');
}
