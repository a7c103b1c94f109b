import type { Answer } from '@motcua/platform';

/** A JSON text that is sent byte for byte. */
export const jsonText = (status: number, body: string): Answer<string> => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body,
});
