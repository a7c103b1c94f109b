import { POWER_OF_ATTORNEY, type ReceivedComponent } from '@motcua/dossier-domain';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { StoredFile } from '../persistence/file-row.js';
import type { AppointmentSlip, PaperNote } from './form-facts.js';

type Line = AppointmentSlip['components'][number];

/** The papers that came, and how: not what the procedure asks for. @rule R15 R20 */
export function receivedPapers(
  { channel, received }: Pick<DossierRow, 'channel' | 'received'>,
  files: readonly StoredFile[],
  asked: readonly { readonly code: string; readonly name: string }[],
): Line[] {
  // Of a dossier that came online nothing came on paper, unless the office says so.
  const none = channel === 'online' || received !== null ? 0 : null;
  const listed = [...asked, { code: POWER_OF_ATTORNEY, name: 'Giấy ủy quyền' }].map(({ code, name }): Line => {
    const line = received?.components.find(({ component }) => component === code);
    const given = files.filter(({ component }) => component === code);
    const note = noteOn(line, given);
    return { code, name, originals: line?.originals ?? none, copies: line?.copies ?? none, files: given.length, note };
  });
  const further = (received?.further ?? []).map((paper): Line => ({ code: null, ...paper, files: 0, note: null }));
  return [...listed.filter((line) => line.files > 0 || line.note !== null), ...further];
}

function noteOn(line: ReceivedComponent | undefined, files: readonly StoredFile[]): PaperNote | null {
  if (line?.seenAndReturned) return 'seenAndReturned';
  if (files.some(({ fromCitizenStore }) => fromCitizenStore)) return 'fromCitizenStore';
  if (files.some(({ reusedFrom }) => reusedFrom !== null)) return 'reused';
  return line && files.length === 0 ? 'notScanned' : null;
}
