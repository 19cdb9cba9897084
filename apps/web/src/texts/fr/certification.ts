import type { certification as en } from '../en/certification.ts';

export const certification: typeof en = {};
