import type { ParseArgsOptionsConfig } from 'node:util';
import type { Configuration } from '@coprod/server/platform/configuration';
import type { Language } from '@coprod/server/platform/language';
import type { Sentence } from '@coprod/server/platform/start-problem';

/** An option of a command, as `--name` or `--name VALUE`. */
interface CommandOption {
  readonly type: 'boolean' | 'string';
  /** The word in the place of the value, in the help. */
  readonly value?: string;
  readonly meaning: Sentence;
}

/** What a command gets to work with. */
export interface CommandCall {
  /** What stands after the command, without the options. */
  readonly names: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Read when it is asked for: a command that needs none works with a broken one. */
  readonly configuration: () => Configuration;
  readonly language: Language;
  /** A line on standard output, in the reader's language. */
  readonly say: (sentence: Sentence) => void;
}

/**
 * A command of `coprod`: one file in commands/, named after it, whose default export this is. `coprod --help` reads all of
 * them, so a file imports what it works with inside `run`.
 */
export interface Command {
  /** One line of the list. */
  readonly summary: Sentence;
  /** What follows the name, as in `FILE...`. */
  readonly synopsis?: string;
  /** More than the summary says: a paragraph of the command's own help. */
  readonly details?: Sentence;
  /** How many names it takes: by default none. */
  readonly names?: { readonly least: number; readonly most: number };
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Where it stands in the list: by default 50. */
  readonly order?: number;
  /** @returns the exit code; a StartProblem is shown as its sentence, with exit code 1 */
  run(call: CommandCall): Promise<number>;
}

/** The options in the form of `parseArgs`. */
export const parseable = (command: Command): ParseArgsOptionsConfig => ({
  help: { type: 'boolean', short: 'h' },
  ...Object.fromEntries(Object.entries(command.options ?? {}).map(([name, { type }]) => [name, { type }])),
});
