import { resolve } from 'node:path';
import type { Language } from './language.ts';
import { nearest } from './nearest.ts';
import type { PostgresSource } from './postgres-binaries.ts';
import { type Sentence, StartProblem } from './start-problem.ts';
import { type VariableName, variables } from './variables.ts';

/** Environment variables, as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How this installation is set up; read once, at the start. */
export interface Configuration {
  /** 0 lets the system choose (tests). */
  readonly port: number;
  readonly host: string;
  /** The address that people use: in links, mails, and for the decision whether browsers may insist on https. */
  readonly publicUrl: URL;
  /** Absolute. */
  readonly dataDirectory: string;
  readonly postgres: PostgresSource | undefined;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** A folder whose EDI files are taken in, absolute. */
  readonly inbox: string | undefined;
  /** A folder into which EDI files leave, absolute. */
  readonly outbox: string | undefined;
  readonly language: Language;
  readonly log: boolean;
  readonly requestsPerMinute: number;
}

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws StartProblem for a value that cannot be used, and for an unknown COPROD_ name: a misspelt setting must not
 *   pass in silence
 */
export function readConfiguration(environment: Environment = process.env): Configuration {
  refuseUnknown(environment);
  const text = (name: VariableName): string | undefined => valueOf(environment, name);
  const port = wholeNumber('PORT', text('PORT')!, 0, 65_535);
  return {
    port,
    host: text('COPROD_HOST')!,
    publicUrl: webAddress('COPROD_URL', text('COPROD_URL') ?? `http://localhost:${port}`),
    dataDirectory: resolve(text('COPROD_DATA')!),
    postgres: choice('COPROD_POSTGRES', text('COPROD_POSTGRES'), ['system', 'package']),
    databaseUrl: text('DATABASE_URL'),
    smtpUrl: text('SMTP_URL'),
    mailFrom: text('COPROD_MAIL_FROM')!,
    inbox: absolute(text('COPROD_INBOX')),
    outbox: absolute(text('COPROD_OUTBOX')),
    language: readLanguage(environment),
    log: choice('COPROD_LOG', text('COPROD_LOG'), ['on', 'off']) === 'on',
    requestsPerMinute: wholeNumber('COPROD_REQUESTS_PER_MINUTE', text('COPROD_REQUESTS_PER_MINUTE')!, 1, 1_000_000),
  };
}

/** The language of the terminal: COPROD_LANGUAGE, else the locale, else English. Never refuses. */
export function readLanguage(environment: Environment = process.env): Language {
  const { COPROD_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^fr/i.test(COPROD_LANGUAGE || LC_ALL || LC_MESSAGES || LANG || '') ? 'fr' : 'en';
}

/** One row of `coprod config`. */
export interface Setting {
  readonly name: string;
  /** Secrets hidden; undefined when it is not set and has no default. */
  readonly value: string | undefined;
  readonly source: 'environment' | 'default';
  readonly meaning: Sentence;
}

/** Every variable with its value, where that comes from, and what it is for. */
export function listSettings(environment: Environment = process.env): readonly Setting[] {
  return variables.map((variable) => {
    const value = valueOf(environment, variable.name);
    return {
      name: variable.name,
      value: value !== undefined && variable.secret === true ? hideSecret(value) : value,
      source: environment[variable.name] ? 'environment' : 'default',
      meaning: variable.meaning,
    };
  });
}

function valueOf(environment: Environment, name: VariableName): string | undefined {
  return environment[name] || variables.find((one) => one.name === name)!.initial;
}

function refuseUnknown(environment: Environment): void {
  const names = variables.map(({ name }): string => name);
  const ours = [...names, ...testVariables];
  const unknown = Object.keys(environment).find((name) => name.startsWith('COPROD_') && !ours.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  throw new StartProblem({
    en: `There is no setting ${unknown}: did you mean ${meant}? \`coprod config\` lists them all.`,
    fr: `Le réglage ${unknown} n'existe pas : vouliez-vous dire ${meant} ? \`coprod config\` les énumère tous.`,
  });
}

/** What the checks of the repository tell one another. */
const testVariables = ['COPROD_LONG', 'COPROD_PICTURES', 'COPROD_TEST_POSTGRES', 'COPROD_TEST_SOCKET'];

function unusable(name: string, value: string, wanted: Sentence): StartProblem {
  return new StartProblem({
    en: `${name} is "${value}": it must be ${wanted.en}.`,
    fr: `${name} vaut « ${value} » : il faut ${wanted.fr}.`,
  });
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw unusable(name, value, {
    en: `a whole number from ${least} to ${most}`,
    fr: `un nombre entier de ${least} à ${most}`,
  });
}

function choice<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  const chosen = allowed.find((one) => one === value);
  if (value === undefined || chosen !== undefined) return chosen;
  throw unusable(name, value, { en: allowed.join(' or '), fr: allowed.join(' ou ') });
}

function webAddress(name: string, value: string): URL {
  const url = URL.parse(value);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw unusable(name, value, {
    en: 'an address such as https://coprod.example.com',
    fr: 'une adresse comme https://coprod.exemple.fr',
  });
}

const absolute = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(path));

/** The address without its password; all of it hidden when it is not an address. */
function hideSecret(value: string): string {
  const url = URL.parse(value);
  if (url === null) return '***';
  if (url.password !== '') url.password = '***';
  if (url.searchParams.has('password')) url.searchParams.set('password', '***');
  return url.href;
}
