import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';

const MOST = 40;

/**
 * The number in a form that a browser sends without any script, as multipart: the only form that a service reads.
 * @throws Refusal REQUEST.MEDIA_TYPE where it is no form
 */
export async function numberTyped(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) throw new Refusal<PlatformCode>('REQUEST.MEDIA_TYPE');
  let typed = '';
  for await (const part of request.parts({ limits: { fields: 1, files: 0, fieldSize: MOST } }))
    if (part.type === 'field' && part.fieldname === 'number' && typeof part.value === 'string') typed = part.value;
  return typed;
}
