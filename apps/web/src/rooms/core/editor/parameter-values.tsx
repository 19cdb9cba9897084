import { NumberInput, SimpleGrid, Switch, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { keyOf } from '../../../queries.ts';
import { useDraftContext } from './draft-context.ts';
import type { Draft } from './draft-queries.ts';

/** The values of the rule's parameters in this draft; each is kept as it is set. */
export function ParameterValues() {
  const { t } = useTranslation('editor');
  const { draft } = useDraftContext();
  if (draft.parameters.length === 0) return null;
  return (
    <section aria-labelledby="parameters">
      <Title order={2} size="h4" id="parameters">
        {t('parameters.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('parameters.help')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {draft.parameters.map((parameter) => (
          <ParameterValue key={parameter.name} parameter={parameter} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function ParameterValue({ parameter }: { readonly parameter: Draft['parameters'][number] }) {
  const { slug, draft } = useDraftContext();
  const client = useQueryClient();
  /** What was typed here and is not kept yet; otherwise the draft's value shows, also when another has changed it. */
  const [typed, setTyped] = useState<number | string | null>(null);
  const keep = useMutation({
    mutationFn: (value: number | boolean) =>
      ask(
        api.PUT('/api/organizations/{organization}/proposals/{proposal}/parameters/{name}', {
          params: { path: { organization: slug, proposal: draft.id, name: parameter.name } },
          body: { value },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
      setTyped(null);
    },
  });
  const keepSoon = useDebouncedCallback(keep.mutate, { delay: 500, flushOnUnmount: true });
  if (typeof parameter.value === 'boolean')
    return (
      <Switch
        label={parameter.label}
        checked={parameter.value}
        disabled={!draft.may.write}
        onChange={(event) => keep.mutate(event.currentTarget.checked)}
      />
    );
  return (
    <div>
      <NumberInput
        label={parameter.label}
        suffix={parameter.unit === null ? '' : ` ${parameter.unit}`}
        {...(parameter.minimum === null ? {} : { min: parameter.minimum })}
        {...(parameter.maximum === null ? {} : { max: parameter.maximum })}
        allowDecimal={false}
        disabled={!draft.may.write}
        value={typed ?? parameter.value}
        onChange={(value) => {
          setTyped(value);
          if (typeof value === 'number') keepSoon(value);
        }}
      />
      <RefusalOf error={keep.error} />
    </div>
  );
}
