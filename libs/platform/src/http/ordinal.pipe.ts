import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

const LARGEST = 2 ** 31 - 1;

/** A number in a path that counts from 1 (a version, a request's number). Where it is none, nothing is at the address. */
@Injectable()
export class OrdinalPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > LARGEST) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return number;
  }
}
