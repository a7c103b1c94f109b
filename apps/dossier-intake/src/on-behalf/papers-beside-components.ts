import { POWER_OF_ATTORNEY } from '@motcua/dossier-domain';

/** As what a signed request is attached: a paper about the dossier, not one of its components. */
export const SIGNED_REQUEST = 'VAN-BAN-DE-NGHI';

/** As what the notice of another body, and the proof of its payment, are attached. */
export const OTHER_DUE_PAPER = 'NGHIA-VU-KHAC';

/** As what the notice of a fee of ours that arose later is attached. */
export const FEE_NOTICE = 'THONG-BAO-PHI';

const BESIDE: readonly string[] = [SIGNED_REQUEST, POWER_OF_ATTORNEY, OTHER_DUE_PAPER, FEE_NOTICE];

/** Whether a file is given as a component, and is no paper about the dossier itself. */
export const isComponent = ({ component }: { readonly component: string }): boolean => !BESIDE.includes(component);
