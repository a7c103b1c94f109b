/** `1.001686`, or `3.000181.000.00.00.H22` where a province issued it. */
export const PROCEDURE_CODE = /^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/;
