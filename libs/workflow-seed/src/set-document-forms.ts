import { createRequire } from 'node:module';

interface SeedForms {
  readonly agency: string;
  readonly forms: readonly object[];
}

const seed = createRequire(import.meta.url);

/** Sets in which forms agencies number their documents; what somebody has set already is left alone. */
export async function setDocumentForms(server: string, adminToken: string): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  for (const { agency, forms } of seed('@motcua/procedure-catalogue/seed/document-forms.json') as SeedForms[]) {
    const address = `${server}/workflow/v1/document-forms/${encodeURIComponent(agency)}`;
    const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ forms }) });
    // 428: there are forms, which are changed with If-Match alone.
    if (!answer.ok && answer.status !== 428)
      throw new Error(`The document forms of ${agency} were not set (${answer.status}): ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}
