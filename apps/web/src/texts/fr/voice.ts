import type { voice as en } from '../en/voice.ts';

export const voice: typeof en = {};
