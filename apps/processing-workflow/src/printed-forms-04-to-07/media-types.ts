export const JSON_TYPE = 'application/json';
export const PDF = 'application/pdf';
export const XML = 'application/xml';
/** What a result may be. */
export const RESULT_TYPES = [PDF, XML, 'image/png', 'image/jpeg'] as const;
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
