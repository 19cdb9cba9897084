import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { currentLanguage } from '../../texts/language.ts';
import { customersQuery } from '../core/queries.ts';
import { useRequirementsChanged } from './judging.ts';
import { languages } from './languages.ts';
import { type Catalogue, catalogueQuery } from './queries.ts';

const route = getRouteApi('/o/$organization/catalogues/new');

/** Begins a catalogue, or the next edition of one. */
export function NewCataloguePage() {
  const { slug } = useMember();
  const { replaces } = route.useSearch();
  const { data, error } = useQuery({ ...catalogueQuery(slug, replaces ?? ''), enabled: replaces !== undefined });
  if (replaces === undefined) return <CatalogueForm />;
  return data === undefined ? <RefusalOf error={error} /> : <CatalogueForm earlier={data} />;
}

function CatalogueForm({ earlier }: { readonly earlier?: Catalogue }) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const navigate = useNavigate();
  const changed = useRequirementsChanged();
  const { data: customers } = useQuery(customersQuery(slug));
  const [customer, setCustomer] = useState<string | null>(earlier?.customer.id ?? null);
  const [name, setName] = useState(earlier?.name ?? '');
  const [edition, setEdition] = useState('');
  const [language, setLanguage] = useState<'en' | 'fr'>(earlier?.language ?? currentLanguage());
  const [source, setSource] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/catalogues', {
          params: { path: { organization: slug } },
          body: { customer: customer ?? '', name, edition, language, source, replaces: earlier?.id ?? null },
        }),
      ),
    onSuccess: async ({ id }) => {
      await changed();
      void navigate({ to: '/o/$organization/catalogues/$catalogue', params: { organization: slug, catalogue: id } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Stack gap="lg" maw={680}>
        <div>
          <PageTitle>{earlier === undefined ? t('newCatalogue.title') : t('newCatalogue.edition')}</PageTitle>
          <Text c="dimmed" mt="xs">
            {earlier === undefined
              ? t('newCatalogue.help')
              : t('newCatalogue.editionHelp', {
                  name: earlier.name,
                  edition: earlier.edition,
                  customer: earlier.customer.name,
                })}
          </Text>
        </div>
        {earlier === undefined ? (
          <Select
            label={t('requirements.customer')}
            required
            searchable
            data={(customers?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            value={customer}
            onChange={setCustomer}
          />
        ) : null}
        <TextInput
          label={t('newCatalogue.name')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('catalogues.edition')}
            required
            maxLength={100}
            value={edition}
            onChange={(event) => setEdition(event.currentTarget.value)}
          />
          <Select
            label={t('newCatalogue.language')}
            allowDeselect={false}
            data={languages}
            value={language}
            onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
          />
        </Group>
        <TextInput
          label={t('newCatalogue.source')}
          description={t('newCatalogue.sourceHelp')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <RefusalOf error={begin.error} />
        <Button
          type="submit"
          variant="filled"
          loading={begin.isPending}
          disabled={customer === null}
          style={{ alignSelf: 'flex-start' }}
        >
          {t(earlier === undefined ? 'newCatalogue.begin' : 'newCatalogue.beginEdition')}
        </Button>
      </Stack>
    </form>
  );
}
