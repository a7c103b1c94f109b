/** What an image needs. @throws Error where there is no such image */
export declare function needsOf(image: string): { readonly external: readonly string[] };
