import type { Persona } from '@motcua/development-issuer';
import { sayRole, sayWhen, STATUS_WORDS } from './words.js';

/** One thing that happened, as the timeline tells it. */
export interface Scene {
  readonly at: string | null;
  readonly who: Persona | { readonly name: string };
  /** The service that did it. */
  readonly service: string;
  readonly vi: string;
  readonly en: string;
  /** The public status that it led to. */
  readonly status?: string;
  readonly details?: readonly string[];
}

export interface Teller {
  scene(scene: Scene): void;
  heading(vi: string, en: string): void;
  line(text: string): void;
}

function persona(who: Scene['who']): string {
  if (!('roles' in who)) return who.name;
  const words = who.roles.map(sayRole);
  return `${who.name} (${words.map(({ vi }) => vi).join(', ')} · ${words.map(({ en }) => en).join(', ')})`;
}

/** Tells the timeline line by line: Vietnamese first, English below it, fainter. */
export function tellTo(write: (line: string) => void, colours: boolean): Teller {
  const paint = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [bold, faint, green] = [paint(1), paint(2), paint(32)];
  return {
    heading: (vi, en) => {
      write('');
      write(bold(`── ${vi} · ${en} ──`));
    },
    line: (text) => write(text === '' ? '' : `  ${text}`),
    scene: ({ at, who, service, vi, en, status, details = [] }) => {
      const words = status === undefined ? undefined : STATUS_WORDS[status];
      write('');
      write(`${bold(sayWhen(at))}  ${persona(who)}  ${faint(`[${service}]`)}`);
      write(`  ${vi}`);
      write(`  ${faint(en)}`);
      if (words) write(`  ${green(`→ ${words.number}. ${words.vi}`)} ${faint(`(${words.en})`)}`);
      for (const detail of details) write(`    ${detail}`);
    },
  };
}
