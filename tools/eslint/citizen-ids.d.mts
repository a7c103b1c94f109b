export function realCitizenIds(text: string): string[];
