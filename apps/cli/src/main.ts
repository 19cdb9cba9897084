import { parseArgs } from 'node:util';
import { type Configuration, readConfiguration, readLanguage } from '@coprod/server/platform/configuration';
import { nearest } from '@coprod/server/platform/nearest';
import { StartProblem } from '@coprod/server/platform/start-problem';
import { type Command, type CommandCall, parseable } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { commandNames, findCommand } from './table.ts';

/**
 * The command line: `coprod COMMAND [options] [names]`.
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function main(words: readonly string[]): Promise<number> {
  const language = readLanguage();
  try {
    const [name, ...rest] = words;
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      console.log(await generalHelp(language));
      return name === undefined ? 2 : 0;
    }
    const command = await findCommand(name);
    if (command === undefined) throw unknownCommand(name);
    return await runCommand(name, command, rest);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`coprod: ${error.sentence[language]}`);
    return error instanceof NotUnderstood ? 2 : 1;
  }
}

async function runCommand(name: string, command: Command, words: readonly string[]): Promise<number> {
  const { values, positionals } = parse(name, command, words);
  const language = readLanguage();
  if (values['help'] === true) {
    console.log(commandHelp(name, command, language));
    return 0;
  }
  const { least, most } = command.names ?? { least: 0, most: 0 };
  if (positionals.length < least || positionals.length > most) throw wrongNames(name, command);
  let configuration: Configuration | undefined;
  const call: CommandCall = {
    names: positionals,
    options: values,
    configuration: () => (configuration ??= readConfiguration()),
    language,
    say: (sentence) => console.log(sentence[language]),
  };
  return command.run(call);
}

function parse(name: string, command: Command, words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: parseable(command),
      allowPositionals: true,
      strict: true,
    });
    return { values: values as CommandCall['options'], positionals };
  } catch (cause) {
    const { message } = cause as Error;
    throw new NotUnderstood(
      {
        en: `${message.split('. ')[0]}: \`coprod ${name} --help\` shows what there is.`,
        fr: `option non comprise (${message.split('. ')[0]}) : \`coprod ${name} --help\` montre ce qui existe.`,
      },
      { cause },
    );
  }
}

/** What the person at the terminal typed is not a command line of Coprod. */
class NotUnderstood extends StartProblem {}

function unknownCommand(name: string): StartProblem {
  const meant = nearest(name, commandNames());
  return new NotUnderstood({
    en: `There is no command ${name}: did you mean ${meant}? \`coprod --help\` lists them all.`,
    fr: `La commande ${name} n'existe pas : vouliez-vous dire ${meant} ? \`coprod --help\` les énumère toutes.`,
  });
}

function wrongNames(name: string, command: Command): StartProblem {
  const usage = `coprod ${name} ${command.synopsis ?? ''}`.trimEnd();
  return new NotUnderstood({ en: `The command is used as: ${usage}`, fr: `La commande s'emploie ainsi : ${usage}` });
}
