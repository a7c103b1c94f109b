import { createRequire } from 'node:module';

interface SeedOfficer {
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  readonly signing?: readonly object[];
}

const seed = createRequire(import.meta.url);

/** Puts the seed's officers into the workflow's register, by its API as an administrator would; known ones are left alone. */
export async function registerOfficers(server: string, adminToken: string): Promise<void> {
  const officers = seed('@motcua/procedure-catalogue/seed/officers.json') as SeedOfficer[];
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  for (const { subject, name, title, agencies, roles, signing } of officers) {
    const address = `${server}/workflow/v1/officers/${encodeURIComponent(subject)}`;
    const known = await fetch(address, { headers });
    await known.arrayBuffer();
    if (known.ok) continue;
    const body = JSON.stringify({ name, title, agencies, roles, signing });
    const answer = await fetch(address, { method: 'PUT', headers, body });
    if (!answer.ok)
      throw new Error(`The officer ${subject} was not registered (${answer.status}): ${await answer.text()}`);
    await answer.arrayBuffer();
  }
}
