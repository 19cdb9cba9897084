import { Button, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconReceipt } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { saveFile } from '../../save-file.ts';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { beginningOf } from './beginning-of.ts';
import { ruleQuery } from './queries.ts';
import { entryQuery, type Transmission } from './transmission-queries.ts';
import classes from './transmission-margin.module.css';

interface TransmissionMarginProps {
  readonly one: Transmission;
  readonly saving: boolean;
  readonly onSave: (kind: 'pdf' | 'json') => void;
}

/** Beside the text: the exact files, the receipt that vouches for them, and what was withheld. */
export function TransmissionMargin({ one, saving, onSave }: TransmissionMarginProps) {
  const { t } = useTranslation('transmissions');
  return (
    <Stack gap="lg">
      <section aria-labelledby="files">
        <Title order={2} size="h4" id="files">
          {t('files')}
        </Title>
        <div className={classes.files}>
          {(['pdf', 'json'] as const).map((kind) => (
            <Button
              key={kind}
              leftSection={<Icon of={IconDownload} size={16} />}
              disabled={saving}
              onClick={() => onSave(kind)}
            >
              {t(kind)}
            </Button>
          ))}
        </div>
      </section>
      <Receipt one={one} />
      <WhatWithheld one={one} />
    </Stack>
  );
}

/** Where it stands in the ledger and who signed it; the receipt itself is a file that is checked offline. */
function Receipt({ one }: { readonly one: Transmission }) {
  const { t } = useTranslation('transmissions');
  const { slug } = useMember();
  const formats = useFormats();
  const { data, error } = useQuery(entryQuery(slug, one.entry));
  const save = useMutation({
    mutationFn: () => saveFile(`/api/organizations/${slug}/ledger/entries/${one.entry}/receipt`, 'receipt.json'),
  });
  return (
    <section aria-labelledby="receipt">
      <Title order={2} size="h4" id="receipt">
        {t('receipt')}
      </Title>
      <RefusalOf error={error ?? save.error} />
      {data === undefined ? null : (
        <div className={classes.facts}>
          {data.index === null ? (
            <span>{t('entryWaits')}</span>
          ) : (
            <>
              <TextLink
                to="/o/$organization/ledger/$entry"
                params={{ organization: slug, entry: one.entry }}
                style={{ justifySelf: 'start' }}
              >
                {t('entry', { index: formats.number(data.index) })}
              </TextLink>
              <span>{t('inCheckpoint', { size: formats.number(data.size) })}</span>
            </>
          )}
          {data.signed === null ? null : <span>{t('signedBy', data.signed)}</span>}
          <span>{t('fingerprint')}</span>
          <code className={classes.hash}>{one.sha256}</code>
        </div>
      )}
      <Button
        mt="sm"
        leftSection={<Icon of={IconReceipt} size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('saveReceipt')}
      </Button>
    </section>
  );
}

/** Holes by their places. Our own side sees what each begins with, from the version; a customer sees the place alone. */
function WhatWithheld({ one }: { readonly one: Transmission }) {
  const { t } = useTranslation('transmissions');
  const { slug } = useMember();
  const rule = useQuery({
    ...ruleQuery(slug, one.rule ?? '', one.version ?? 1),
    enabled: one.rule !== null && one.version !== null,
  });
  const holes = one.document.blocks.filter(({ state }) => state === 'withheld');
  const granted = one.document.blocks.filter((block) => block.state === 'granted');
  return (
    <section aria-labelledby="withheld">
      <Title order={2} size="h4" id="withheld">
        {t('whatWithheld')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('withheldCount', { count: holes.length, of: one.document.blocks.length })}
      </Text>
      <ul className={classes.list}>
        {holes.map(({ position }) => {
          const block = rule.data?.blocks[position];
          return (
            <li key={position}>
              {t('block', { number: position + 1 })}
              {block === undefined ? null : (
                <Text size="sm" c="dimmed" lineClamp={2} lang={one.language}>
                  {beginningOf(block.content)}
                </Text>
              )}
            </li>
          );
        })}
        {granted.map((block) => (
          <li key={block.position}>
            {t('block', { number: block.position + 1 })}
            <Text size="sm" c="dimmed">
              {t('grantedUnder', { agreement: block.state === 'granted' ? (block.agreement ?? '') : '' })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
