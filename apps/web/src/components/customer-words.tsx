import { Anchor, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../use-formats.ts';
import { type Channel, ChannelMark } from './channel-mark.tsx';
import classes from './customer-words.module.css';
import { quotationMarks } from './quotation.ts';

export interface CustomerWordsProps {
  /** Verbatim. Null when whoever said them has withdrawn them. */
  readonly words: string | null;
  /** The language of the words, not of the reader (BCP 47). */
  readonly language: string;
  readonly channel: Channel;
  /** Null where the customer may be cited without name only. */
  readonly customer: ReactNode | null;
  readonly saidOn: string | Temporal.PlainDate;
  readonly consent?: 'mayBeCited' | 'mayBeCitedNameless' | 'mayNotBeCited';
  readonly broughtBy?: string | null;
  /** Cut after three lines, with the rest on demand. */
  readonly folded?: boolean;
}

/** Beyond this many characters the words stand upright: italic is for what is read at a glance (about three lines of 40). */
const glance = 140;

/**
 * What a customer said: a serif face, the quotation marks of his own language, never edited; under it customer, day,
 * consent and who brought the words. Nothing that we say ever looks like this.
 */
export function CustomerWords({
  words,
  language,
  channel,
  customer,
  saidOn,
  consent,
  broughtBy,
  folded = false,
}: CustomerWordsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [open, setOpen] = useState(!folded);
  const [before, after] = quotationMarks(language);
  const long = words !== null && words.length > glance;
  return (
    <figure className={classes.figure}>
      {words === null ? (
        <Text c="dimmed">{t('words.withdrawn')}</Text>
      ) : (
        <blockquote
          className={classes.words}
          lang={language}
          data-long={long || undefined}
          data-folded={(!open && long) || undefined}
        >
          {before}
          {words}
          {after}
        </blockquote>
      )}
      {folded && long ? (
        <Anchor component="button" type="button" size="xs" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('words.folds') : t('words.continues')}
        </Anchor>
      ) : null}
      <figcaption className={classes.origin}>
        <ChannelMark channel={channel} />
        <span>{customer ?? t('words.nameless')}</span>
        {consent ? <span>{t(`words.${consent}`)}</span> : null}
        <time dateTime={saidOn.toString()}>{formats.date(saidOn)}</time>
        {broughtBy ? <span>{t('words.broughtBy', { name: broughtBy })}</span> : null}
      </figcaption>
    </figure>
  );
}

/** The words alone, on one line of a list or a home page. */
export function WordsLine({ words, language }: Pick<CustomerWordsProps, 'language'> & { readonly words: string }) {
  const [before, after] = quotationMarks(language);
  return (
    <q className={classes.line} lang={language}>
      {before}
      {words}
      {after}
    </q>
  );
}
