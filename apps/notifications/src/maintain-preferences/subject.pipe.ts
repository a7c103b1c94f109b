import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';

const LONGEST = 100;

/** A token's subject or an applicantRef. */
@Injectable()
export class SubjectPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.length <= LONGEST && !/\p{C}/u.test(value)) return value;
    throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
      {
        pointer: '/subject',
        code: 'SUBJECT_INVALID',
        detail: {
          vi: `Không quá ${LONGEST} ký tự, không có ký tự điều khiển.`,
          en: `At most ${LONGEST} characters, without control characters.`,
        },
      },
    ]);
  }
}
