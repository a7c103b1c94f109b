import { createHash } from 'node:crypto';

export interface HeldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  /** Answers with a redirect there and not with the content. */
  readonly redirectTo?: string;
  /** Never ends. */
  readonly hang?: boolean;
  /** The connection is closed after so many bytes. */
  readonly cutAt?: number;
}

/** A file as it is written down: a portal that comes back holds the papers of its citizens. */
export interface FileChange {
  readonly kind: 'file';
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** In base64. */
  readonly content: string;
  readonly redirectTo?: string;
  readonly hang?: boolean;
  readonly cutAt?: number;
}

/** A PDF of one empty page that names its subject, so that no two are the same. */
export function smallPdf(subject: string): Buffer {
  const mark = createHash('sha256').update(subject).digest('hex');
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Mark(${mark})>>endobj\n`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object) => {
    const at = body.length;
    body += object;
    return at;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 4\n0000000000 65535 f \n${rows}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** Files that citizens gave to the portal, which the province fetches by their address. */
export class HeldFiles {
  private readonly files = new Map<string, HeldFile>();

  constructor(
    private readonly urlOfPortal: () => string,
    private readonly onAdd: (change: FileChange) => void = () => undefined,
  ) {}

  /** The same file is the same one: a citizen's act that is repeated names the same addresses. */
  add(file: HeldFile): { readonly id: string; readonly url: string } {
    const { content, ...about } = file;
    const id = createHash('sha256').update(JSON.stringify(about)).update(content).digest('hex').slice(0, 32);
    if (!this.files.has(id)) {
      this.onAdd({ kind: 'file', id, ...about, content: content.toString('base64') });
      this.files.set(id, file);
    }
    return { id, url: `${this.urlOfPortal()}/files/${id}` };
  }

  /** What was held when the portal was stopped. */
  restore({ id, kind: _, content, ...about }: FileChange): void {
    this.files.set(id, { ...about, content: Buffer.from(content, 'base64') });
  }

  find(id: string): HeldFile | undefined {
    return this.files.get(id);
  }
}
