import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './command.ts';

const folder = join(import.meta.dirname, 'commands');

/** The names of all commands: those of the files. */
export const commandNames = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length));

/** The command of a name, or undefined. */
export async function findCommand(name: string): Promise<Command | undefined> {
  if (!/^[a-z-]+$/.test(name) || !existsSync(join(folder, `${name}.ts`))) return undefined;
  // computed import: a command is a file of the folder commands/, and nothing else can be named
  return ((await import(`./commands/${name}.ts`)) as { default: Command }).default;
}

/** All commands in the order of the list. */
export async function allCommands(): Promise<readonly { readonly name: string; readonly command: Command }[]> {
  const found = await Promise.all(commandNames().map(async (name) => ({ name, command: (await findCommand(name))! })));
  return found.toSorted((a, b) => (a.command.order ?? 50) - (b.command.order ?? 50) || a.name.localeCompare(b.name));
}
