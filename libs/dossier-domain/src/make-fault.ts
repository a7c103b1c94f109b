import type { Fault } from '@motcua/kernel';

export const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({
  pointer,
  code,
  detail: { vi, en },
});

export const isBlank = (text: string | null | undefined): boolean => text == null || text.trim() === '';

export const required = (pointer: string, vi: string, en: string): Fault =>
  fault(pointer, 'DOSSIER.FIELD_REQUIRED', `Phải có ${vi}.`, `There must be ${en}.`);
