import type { Language } from './language.ts';

/** A sentence in both languages. */
export type Sentence = Readonly<Record<Language, string>>;

/**
 * What keeps a command from starting: one sentence that says what is wrong and what to do about it, for the person at
 * the terminal. Whoever throws it has changed nothing and leaves no process behind; the command ends with exit code 1.
 * Anything else that is thrown is a defect of the program, and is shown with its stack.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly sentence: Sentence;

  constructor(sentence: Sentence, options?: ErrorOptions) {
    super(sentence.en, options);
    this.sentence = sentence;
  }
}
