/** The words of the catalogue, as they are stored and published; the contracts have the same. */
export const CHANNELS = ['counter', 'online', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

export const SUBJECTS = ['citizen', 'enterprise', 'stateAgency', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

export type OnlineLevel = 'full' | 'partial' | 'information';

export type AgencyKind = 'administrative' | 'postOffice';

export type AgencyLevel = 'province' | 'department' | 'commune';

/** The level that a decision assigns a procedure to; `district` lives on in procedures of before July 2025. */
export type ProcedureLevel = 'ministry' | 'province' | 'department' | 'district' | 'commune' | 'other';

/** `phí` pays for a service, `lệ phí` for an act of the state. */
export type FeeKind = 'phi' | 'lePhi';

export type CollectionTime = 'beforeAcceptance' | 'beforeReturn';

export type PolicyKind = 'fee' | 'term';

export type Decision = 'granted' | 'denied';
