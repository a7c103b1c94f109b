import { isDeepStrictEqual } from 'node:util';
import type { Cluster } from '@motcua/local-system';
import { direct, ScenarioClient } from '@motcua/scenario';
import { tokenOf } from '../tokens.js';
import type { ChaosRecord, Told } from '../record.js';
import { disagreeing, type Finding } from './finding.js';

const SAMPLE = 60;
/** What was sent as a file. */
const FILES = ['paper', 'statement'];

/** Some of the commands that carried JSON, spread over the whole run. */
function sampleOf({ acknowledged }: ChaosRecord): Told[] {
  const repeatable = acknowledged.filter(({ kind }) => !FILES.includes(kind));
  const every = Math.max(1, Math.floor(repeatable.length / SAMPLE));
  return repeatable.filter((_, index) => index % every === 0);
}

/** A client that asks once more, after everything, is told the same and changes nothing. */
export async function repeatCommands(cluster: Cluster, record: ChaosRecord): Promise<Finding[]> {
  const client = new ScenarioClient(cluster.url, tokenOf(cluster.url), direct(cluster.url));
  const findings: Finding[] = [];
  for (const { kind, persona, path, key, status, body, sent } of sampleOf(record)) {
    const answer = await client.post(persona, path, {
      ...(sent.json && { json: sent.json }),
      ...(sent.seen !== undefined && { seen: sent.seen }),
      headers: { 'idempotency-key': key },
    });
    if (answer.status !== status || answer.headers.get('idempotent-replayed') !== 'true')
      findings.push(disagreeing(`${kind} ${path} was answered ${status}, and ${answer.status} when it was repeated`));
    else if (!isDeepStrictEqual(answer.body, body))
      findings.push(disagreeing(`${kind} ${path} was answered otherwise when it was repeated`));
  }
  return findings;
}
