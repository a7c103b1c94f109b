/** Every code with which a decision of this package refuses; a service maps each to a status and a title. */
export type DossierRefusalCode =
  | 'DOSSIER.ACTION_NOT_ALLOWED'
  | 'DOSSIER.CASH_RECEIPT_REQUIRED'
  | 'DOSSIER.COMPONENTS_MISSING'
  | 'DOSSIER.FEE_UNPAID'
  | 'DOSSIER.INCOMPLETE'
  | 'DOSSIER.INPUT_INVALID'
  | 'DOSSIER.PROCEDURE_NOT_IN_FORCE'
  | 'DOSSIER.SUPPLEMENT_EXPIRED'
  | 'DOSSIER.SUPPLEMENT_NOT_EXPIRED';
