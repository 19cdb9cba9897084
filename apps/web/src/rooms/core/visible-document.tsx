import { Text } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Withheld } from '../../components/withheld.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { Icon } from '../../shell/icon.tsx';
import { BlockText, levelsIn } from './block-text.tsx';
import type { Change, VisibleDocument } from './transmission-queries.ts';
import classes from './visible-document.module.css';

interface DocumentTextProps {
  readonly document: VisibleDocument;
  /** The language of the text. */
  readonly language: string;
  readonly slug: string;
  /** Shown in the text, word by word: what changed since the version that its reader acknowledged. */
  readonly changes?: readonly Change[];
  /** Offered at each hole to a customer who may ask; gets the place of the block, counted from 1. */
  readonly onAsk?: ((number: number) => void) | undefined;
}

/** A text as one customer reads it, from the document that was made for him: the preview and his own page show the same. */
export function DocumentText({ document, language, slug, changes = [], onAsk }: DocumentTextProps) {
  const { t } = useTranslation('transmissions');
  const levels = levelsIn(document.blocks.filter((block) => block.state !== 'withheld'));
  const removed = changes.filter(({ how }) => how === 'removed');
  return (
    <div className={classes.document}>
      {document.blocks.map((block) => {
        const number = block.position + 1;
        const change = block.state === 'withheld' ? undefined : changes.find((one) => one.block === block.id);
        return (
          <div
            key={block.position}
            className={classes.block}
            data-hole={block.state === 'withheld' || undefined}
            {...(change ? { 'data-change': true, tabIndex: -1 } : {})}
          >
            <span className={classes.number} aria-hidden>
              {number}
            </span>
            <div>
              {block.state === 'withheld' ? (
                <Withheld number={number} {...(onAsk ? { onAsk: () => onAsk(number) } : {})} />
              ) : (
                <>
                  {change === undefined ? null : (
                    <Text size="xs" c="dimmed">
                      {t(change.how === 'changed' ? 'changed' : 'added')}
                    </Text>
                  )}
                  {change?.how === 'changed' && isPlain(block.content.kind) ? (
                    <p className={classes.changed}>
                      <Words change={change} language={language} />
                    </p>
                  ) : (
                    <BlockText
                      content={block.content}
                      language={language}
                      parameters={[]}
                      slug={slug}
                      levels={levels}
                    />
                  )}
                  {change?.how === 'changed' && !isPlain(block.content.kind) ? (
                    <p className={classes.changed}>
                      <Words change={change} language={language} />
                    </p>
                  ) : null}
                  {block.state === 'granted' ? (
                    <Granted>{t('grantedUnder', { agreement: block.agreement ?? '' })}</Granted>
                  ) : null}
                </>
              )}
            </div>
          </div>
        );
      })}
      {removed.length === 0 ? null : (
        <section aria-label={t('removed')} className={classes.removed}>
          <Text size="xs" c="dimmed">
            {t('removed')}
          </Text>
          {removed.map((change) => (
            <p key={change.block} className={classes.changed} data-change tabIndex={-1}>
              <Words change={change} language={language} />
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** What reads as a whole in one paragraph; of lists, tables and pictures the new form is shown, and what changed under it. */
const isPlain = (kind: string): boolean => kind === 'paragraph' || kind === 'heading';

function Words({ change, language }: { readonly change: Change; readonly language: string }) {
  return <WordDifference parts={change.words.map(({ how, text }) => ({ kind: how, text }))} language={language} />;
}

function Granted({ children }: { readonly children: ReactNode }) {
  return (
    <span className={classes.granted}>
      <Icon of={IconLockOpen} size={16} />
      {children}
    </span>
  );
}
