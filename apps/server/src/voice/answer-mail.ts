import type { Language } from '../platform/language.ts';
import type { AnswerDocument } from './answer-document.ts';

/**
 * The mail that brings an answer: what was decided and why, the text before and after, and the link. His own words stand behind the
 * link only: a mail cannot be taken back when he withdraws them.
 */
export function answerMail(
  answer: AnswerDocument,
  language: Language,
  link: URL,
): { readonly subject: string; readonly body: string } {
  const t = texts[language];
  const adopted = answer.outcome === 'adopted';
  const changes = answer.changes.flatMap(({ before, after }) => [
    ...(before === null ? [] : [`${t.before}\n${indent(before)}`]),
    `${t.after}\n${indent(after ?? t.nothing)}`,
  ]);
  return {
    subject: t.subject(answer.organization),
    body: [
      t.greeting,
      adopted ? t.adopted(answer.rule.title) : t.refused(answer.rule.title),
      answer.decision.reasons,
      ...changes,
      `${t.link}\n${link.href}`,
      answer.organization,
    ].join('\n\n'),
  };
}

const indent = (text: string): string => text.replaceAll(/^/gm, '    ');

const texts = {
  en: {
    subject: (organization: string) => `${organization}: what became of your words`,
    greeting: 'You told us what you expect of us. Here is our answer.',
    adopted: (rule: string) => `We changed how we work: “${rule}”.`,
    refused: (rule: string) => `We looked at our rule “${rule}” and did not change it. The reasons:`,
    before: 'Before:',
    after: 'Now:',
    nothing: '(no longer there)',
    link: 'Your words, the answer, and what you can do about it (no account needed):',
  },
  fr: {
    subject: (organization: string) => `${organization} : ce que sont devenues vos paroles`,
    greeting: 'Vous nous avez dit ce que vous attendez de nous. Voici notre réponse.',
    adopted: (rule: string) => `Nous avons changé notre façon de travailler : « ${rule} ».`,
    refused: (rule: string) => `Nous avons examiné notre règle « ${rule} » sans la changer. En voici les raisons :`,
    before: 'Avant :',
    after: 'Désormais :',
    nothing: '(ne s’y trouve plus)',
    link: 'Vos paroles, la réponse et ce que vous pouvez en faire (sans compte) :',
  },
} as const;
