import { InstantText, Text, Uuid } from '@motcua/platform';

/** What an office did on the citizen's behalf: who asked for it, and the request that they signed. */
export class OfficeRequestView {
  @Text({ description: 'withdraw, completeSupplement or reusePapers' }) readonly action!: string;
  @InstantText() readonly at!: string;
  @Text() readonly askedBy!: string;
  @Uuid({ description: 'File of the dossier' }) readonly signedRequest!: string;
  @Text({ description: 'Name of the officer' }) readonly officer!: string;
}
