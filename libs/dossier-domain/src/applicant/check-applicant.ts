import { type Fault, isMailAddress, isPhone } from '@motcua/kernel';
import { fault, isBlank, required } from '../make-fault.js';
import type { Applicant } from './applicant.js';
import { checkIdentity } from './check-identity.js';

/** Everything that is wrong with an applicant, with JSON pointers. */
export function checkApplicant(applicant: Applicant, now: Temporal.Instant, pointer = '/applicant'): Fault[] {
  const { kind, identity, fullName, phone, email } = applicant;
  return [
    ...checkIdentity(kind, identity, now, `${pointer}/identity`),
    ...(isBlank(fullName) ? [required(`${pointer}/fullName`, 'tên chủ hồ sơ', "the applicant's name")] : []),
    ...(phone != null && !isPhone(phone)
      ? [
          fault(
            `${pointer}/phone`,
            'DOSSIER.PHONE_INVALID',
            'Số điện thoại gồm 8 đến 15 chữ số.',
            'A phone number has 8 to 15 digits.',
          ),
        ]
      : []),
    ...(email != null && !isMailAddress(email)
      ? [
          fault(
            `${pointer}/email`,
            'DOSSIER.EMAIL_INVALID',
            'Địa chỉ thư điện tử không đúng; đề nghị chỉ ghi một địa chỉ, ví dụ ten@example.vn.',
            'The e-mail address is invalid; give one plain address, such as name@example.vn.',
          ),
        ]
      : []),
  ];
}
