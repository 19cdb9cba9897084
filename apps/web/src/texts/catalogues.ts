import { certification } from './en/certification.ts';
import { core } from './en/core.ts';
import { editor } from './en/editor.ts';
import { frame } from './en/frame.ts';
import { ledger } from './en/ledger.ts';
import { people } from './en/people.ts';
import { plan } from './en/plan.ts';
import { planning } from './en/planning.ts';
import { plant } from './en/plant.ts';
import { settings } from './en/settings.ts';
import { transmissions } from './en/transmissions.ts';
import { voice } from './en/voice.ts';
import { certification as certificationFr } from './fr/certification.ts';
import { core as coreFr } from './fr/core.ts';
import { editor as editorFr } from './fr/editor.ts';
import { frame as frameFr } from './fr/frame.ts';
import { ledger as ledgerFr } from './fr/ledger.ts';
import { people as peopleFr } from './fr/people.ts';
import { plan as planFr } from './fr/plan.ts';
import { planning as planningFr } from './fr/planning.ts';
import { plant as plantFr } from './fr/plant.ts';
import { settings as settingsFr } from './fr/settings.ts';
import { transmissions as transmissionsFr } from './fr/transmissions.ts';
import { voice as voiceFr } from './fr/voice.ts';

/** All texts of the screen: language, then room, then key. */
export const catalogues = {
  en: { frame, people, core, editor, transmissions, planning, plan, plant, certification, voice, ledger, settings },
  fr: {
    frame: frameFr,
    people: peopleFr,
    core: coreFr,
    transmissions: transmissionsFr,
    editor: editorFr,
    planning: planningFr,
    plan: planFr,
    plant: plantFr,
    certification: certificationFr,
    voice: voiceFr,
    ledger: ledgerFr,
    settings: settingsFr,
  },
} as const;

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];
