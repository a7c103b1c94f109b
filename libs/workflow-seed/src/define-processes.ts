import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';

interface SeedProcess {
  readonly procedure: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly object[];
}

const seed = createRequire(import.meta.url);
const PATIENCE_MS = 60_000;

/** The workflow hears of the province's agencies by event: until then it knows none that a step could name. */
const namesWhatIsNotKnownYet = (text: string): boolean => text.includes('PROCESS.AGENCY_UNKNOWN');

/** Puts the seed's process definitions into the workflow by its API; what somebody has defined already is left alone. */
export async function defineProcesses(server: string, adminToken: string): Promise<void> {
  const processes = seed('@motcua/procedure-catalogue/seed/process-definitions.json') as SeedProcess[];
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  for (const { procedure, version, name, steps } of processes) {
    const address = `${server}/workflow/v1/process-definitions/${encodeURIComponent(procedure)}/${version}`;
    const known = (await (await fetch(address, { headers })).json()) as { builtIn?: boolean };
    if (known.builtIn !== true) continue;
    const body = JSON.stringify({ name, steps });
    for (const until = performance.now() + PATIENCE_MS; ; await pause(100)) {
      const answer = await fetch(address, { method: 'PUT', headers, body });
      const text = await answer.text();
      if (answer.ok) break;
      if (!namesWhatIsNotKnownYet(text) || performance.now() > until)
        throw new Error(`The process of ${procedure} was not defined (${answer.status}): ${text}`);
    }
  }
}
