import { Group, Select, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import type { Composer } from './composer.ts';
import type { Prepared } from './use-prepared.ts';
import { DocumentText } from './visible-document.tsx';
import classes from './composer-preview.module.css';

interface ComposerPreviewProps {
  readonly composer: Composer;
  readonly chosen: readonly Composer['customers'][number][];
  /** The customer whose document is shown. */
  readonly shown: Composer['customers'][number] | undefined;
  readonly prepared: Prepared;
  readonly slug: string;
  /** On a phone the choice of the customer stands over the blocks, for they too are shown for one alone. */
  readonly phone: boolean;
  readonly onShow: (customer: string) => void;
}

/** What one customer will read, from the very document that was made for him and will leave. */
export function ComposerPreview({ composer, chosen, shown, prepared, slug, phone, onShow }: ComposerPreviewProps) {
  const { t } = useTranslation('transmissions');
  const made = prepared.last?.find(({ customer }) => customer === shown?.id);
  const waits = shown !== undefined && prepared.documents === undefined && prepared.error === null;
  return (
    <section className={classes.preview} aria-labelledby="preview" aria-busy={waits}>
      <Group justify="space-between" gap="sm" mb="md">
        <Title order={2} size="h4" id="preview">
          {t('compose.preview')}
        </Title>
        <Text size="xs" c="dimmed" component="output">
          {waits ? t('compose.preparing') : ''}
        </Text>
      </Group>
      <RefusalOf error={prepared.error} onRetry={prepared.retry} />
      {shown === undefined ? (
        <Text c="dimmed">{t('compose.none')}</Text>
      ) : phone ? null : (
        <ShownCustomer chosen={chosen} shown={shown.id} onShow={onShow} />
      )}
      {made === undefined || shown === undefined ? null : (
        <div className={classes.paper} data-waits={waits || undefined}>
          <Text size="xs" c="dimmed">
            {made.document.organization} · {made.document.label} v{made.document.version} · {made.document.customer}
          </Text>
          <Text fw={620} fz={18} mb="sm" lang={composer.rule.language}>
            {made.document.title}
          </Text>
          <DocumentText document={made.document} language={composer.rule.language} slug={slug} />
        </div>
      )}
    </section>
  );
}

interface ShownCustomerProps {
  readonly chosen: readonly Composer['customers'][number][];
  readonly shown: string;
  readonly onShow: (customer: string) => void;
}

/** Whose document is shown. */
export function ShownCustomer({ chosen, shown, onShow }: ShownCustomerProps) {
  const { t } = useTranslation('transmissions');
  return (
    <Select
      label={t('compose.previewAs')}
      data={chosen.map(({ id, name }) => ({ value: id, label: name }))}
      value={shown}
      allowDeselect={false}
      onChange={(id) => {
        if (id !== null) onShow(id);
      }}
    />
  );
}
