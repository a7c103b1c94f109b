/** The shapes of the seed's files, as far as its specs look. README.md of the seed describes them in full. */
export interface Agency {
  code: string;
  legacyCode: string;
  level: string;
  parent: string | null;
  calendar: string;
}
export interface Component {
  code: string;
  originals: number;
  copies: number;
  required: boolean;
}
export interface Variant {
  code: string;
  term: { amount?: number; unit: string };
  components: Component[];
}
export interface TariffLine {
  code: string;
  kind: string;
  amount: unknown;
  variant: string | null;
  channels: string[];
  collectedAt: string;
  validFrom: string;
  validTo: string | null;
}
export interface Procedure {
  code: string;
  field: string;
  level: string;
  agencies?: string[];
  competentLevel?: string;
  version: {
    number: number;
    onlineLevel: string;
    onlineLevelReason?: string;
    channels: string[];
    variants: Variant[];
    formSchema: object;
  };
  announcement: { decidedOn: string; publishedOn: string; effectiveFrom: string };
  tariff: { lines: TariffLine[] };
  illustrative: string[];
}
export interface Calendar {
  timeZone: string;
  sessions: Record<string, [string, string][]>;
  publishedYears: number[];
  daysOff: { date: string; name: string }[];
  compensatoryDays: { date: string; replaces: string; name: string }[];
}
export interface Person {
  subject: string;
  name: string;
  roles: string[];
  illustrative: boolean;
}
