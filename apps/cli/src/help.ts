import type { Language } from '@coprod/server/platform/language';
import type { Command } from './command.ts';
import { allCommands } from './table.ts';

const words = {
  en: {
    title: 'Coprod: customers take part in producing the organization that serves them.',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    more: '`coprod COMMAND --help` says more about one; `coprod config` lists the settings.',
    help: 'this text',
  },
  fr: {
    title: "Coprod : les clients participent à la production de l'organisation qui les sert.",
    usage: 'Emploi',
    commands: 'Commandes',
    options: 'Options',
    more: '`coprod COMMANDE --help` en dit plus sur une commande ; `coprod config` énumère les réglages.',
    help: 'ce texte',
  },
} as const;

/** The list of commands. */
export async function generalHelp(language: Language): Promise<string> {
  const text = words[language];
  const rows = (await allCommands()).map(({ name, command }): [string, string] => [
    `${name} ${command.synopsis ?? ''}`.trimEnd(),
    command.summary[language],
  ]);
  return [
    text.title,
    '',
    `${text.usage}: coprod ${language === 'fr' ? 'COMMANDE' : 'COMMAND'} [options]`,
    '',
    `${text.commands}:`,
    ...columns(rows),
    '',
    text.more,
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(name: string, command: Command, language: Language): string {
  const text = words[language];
  const options = Object.entries(command.options ?? {}).map(([option, { value, meaning }]): [string, string] => [
    `--${option}${value === undefined ? '' : ` ${value}`}`,
    meaning[language],
  ]);
  return [
    `${text.usage}: ${`coprod ${name} ${command.synopsis ?? ''}`.trimEnd()}`,
    '',
    `${command.summary[language]}.`,
    ...(command.details === undefined ? [] : ['', command.details[language]]),
    '',
    `${text.options}:`,
    ...columns([...options, ['--help', text.help]]),
  ].join('\n');
}

/** Two columns, the first as wide as its longest entry. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}
