import type { Sentence } from './start-problem.ts';

/** An environment variable that Coprod reads. */
export interface Variable {
  readonly name: string;
  /** The value when it is not set; absent when that means "off". */
  readonly initial?: string;
  /** Holds a password: shown without it. */
  readonly secret?: true;
  readonly meaning: Sentence;
}

const list = [
  {
    name: 'PORT',
    initial: '8080',
    meaning: { en: 'Port on which Coprod answers', fr: 'Port sur lequel Coprod répond' },
  },
  {
    name: 'COPROD_HOST',
    initial: 'localhost',
    meaning: {
      en: 'Network address on which it answers: localhost is this machine only, 0.0.0.0 or :: every network it is in',
      fr: 'Adresse réseau sur laquelle il répond : localhost, cette machine seulement ; 0.0.0.0 ou ::, tous ses réseaux',
    },
  },
  {
    name: 'COPROD_URL',
    meaning: {
      en: 'Address that people use, for links and mails (default http://localhost: and the port); https switches on what only https may have',
      fr: "Adresse utilisée par les personnes, pour les liens et courriels (par défaut http://localhost: et le port) ; https active ce qui n'est permis qu'en https",
    },
  },
  {
    name: 'COPROD_DATA',
    initial: './data',
    meaning: {
      en: "Directory of the data of Coprod's own PostgreSQL; made if absent; unused with DATABASE_URL",
      fr: 'Répertoire des données du PostgreSQL propre à Coprod ; créé si besoin ; inutilisé avec DATABASE_URL',
    },
  },
  {
    name: 'COPROD_POSTGRES',
    meaning: {
      en: "Programs for new data: system or package (default: the system's where PostgreSQL 15 or later is installed)",
      fr: 'Programmes pour de nouvelles données : system ou package (par défaut ceux du système si PostgreSQL 15 ou plus récent est installé)',
    },
  },
  {
    name: 'DATABASE_URL',
    secret: true,
    meaning: {
      en: 'A PostgreSQL of yours, 15 or later, as postgresql://user:password@host:5432/database; several Coprod processes may share it',
      fr: 'Un PostgreSQL à vous, 15 ou plus récent, sous la forme postgresql://utilisateur:motdepasse@hôte:5432/base ; plusieurs processus Coprod peuvent le partager',
    },
  },
  {
    name: 'SMTP_URL',
    secret: true,
    meaning: {
      en: 'Mail server, as smtps://user:password@host:465; without it mails stay in the outbox page',
      fr: "Serveur de courriel, sous la forme smtps://utilisateur:motdepasse@hôte:465 ; sans lui les courriels restent sur la page d'envoi",
    },
  },
  {
    name: 'COPROD_MAIL_FROM',
    initial: 'Coprod <coprod@localhost>',
    meaning: { en: 'Sender of mails', fr: 'Expéditeur des courriels' },
  },
  {
    name: 'COPROD_INBOX',
    meaning: {
      en: 'Folder whose EDI files are taken in as they arrive',
      fr: 'Dossier dont les fichiers EDI sont pris en charge à leur arrivée',
    },
  },
  {
    name: 'COPROD_OUTBOX',
    meaning: {
      en: 'Folder into which EDI files for partners leave',
      fr: 'Dossier dans lequel partent les fichiers EDI destinés aux partenaires',
    },
  },
  {
    name: 'COPROD_LANGUAGE',
    meaning: {
      en: 'Language of the terminal: en or fr (default: by LC_ALL, LC_MESSAGES or LANG)',
      fr: 'Langue du terminal : en ou fr (par défaut selon LC_ALL, LC_MESSAGES ou LANG)',
    },
  },
  {
    name: 'COPROD_LOG',
    initial: 'on',
    meaning: {
      en: 'Warnings and errors of requests as JSON lines on standard output: on or off',
      fr: 'Avertissements et erreurs des requêtes en lignes JSON sur la sortie standard : on ou off',
    },
  },
  {
    name: 'COPROD_REQUESTS_PER_MINUTE',
    initial: '600',
    meaning: {
      en: 'Most requests a minute from one person or key; one address may send 20 times as many',
      fr: 'Nombre maximal de requêtes par minute pour une personne ou une clé ; 20 fois plus pour une adresse',
    },
  },
] as const satisfies readonly Variable[];

export type VariableName = (typeof list)[number]['name'];

/** All of them: the only place where their names, defaults and meanings stand. */
export const variables: readonly (Variable & { readonly name: VariableName })[] = list;
