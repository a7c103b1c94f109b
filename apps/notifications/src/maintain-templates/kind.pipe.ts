import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import { isKindCode, type KindCode } from '../message-kinds/kinds.js';
import type { PlatformCode } from '@motcua/platform';

/** Messages are of known kinds: another code has no template. */
@Injectable()
export class KindPipe implements PipeTransform<string, KindCode> {
  transform(value: string): KindCode {
    if (!isKindCode(value)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return value;
  }
}
