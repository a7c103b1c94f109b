import { randomUUID } from 'node:crypto';
import type { PortalItem } from './portal-items.js';

export interface ItemResult {
  readonly index: number;
  readonly code: string | null;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  readonly openQuestions: readonly string[];
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

export interface ImportTarget {
  readonly server: string;
  readonly token: string;
  readonly dryRun: boolean;
}

/** Sends one batch to the running server. @throws Error with a sentence that says what to do */
export async function sendBatch(
  { server, token, dryRun }: ImportTarget,
  batch: readonly PortalItem[],
): Promise<readonly ItemResult[]> {
  let response: Response;
  try {
    response = await fetch(`${server}/catalogue/v1/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': 'en',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ dryRun, items: batch.map(({ item }) => item) }),
    });
  } catch (error) {
    throw new Error(`No motcua answers at ${server}. Start it with "npm start", or set MOTCUA_URL.`, { cause: error });
  }
  const body = (await response.json().catch(() => ({}))) as {
    items?: readonly ItemResult[];
    title?: string;
    detail?: string;
  };
  if (response.status === 200 && body.items) return body.items;
  throw new Error(
    `The catalogue at ${server} refused the import (${response.status}): ${[body.title, body.detail].filter(Boolean).join('. ') || 'no reason given'}`,
  );
}
