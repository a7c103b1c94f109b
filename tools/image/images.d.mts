export declare const IMAGES: Readonly<Record<string, { readonly health: string }>>;
