import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { keysQuery } from '../settings/queries.ts';
import { OutgoingTable } from './outgoing-table.tsx';
import { PartnerSettings } from './partner-settings.tsx';
import { type Partner, outgoingQuery, partnerQuery } from './queries.ts';

const route = getRouteApi('/o/$organization/partners/$partner');

/** One partner: how he signs, by which ways he comes, how he is read, answered and written to, and what we sent him. */
export function PartnerPage() {
  const { t } = useTranslation('planning');
  const { partner: id } = route.useParams();
  const { slug, has } = useMember();
  const { data, error, refetch } = useQuery(partnerQuery(slug, id));
  const sent = useQuery({ ...outgoingQuery(slug, id), enabled: has('planner') });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <ObjectPage
      title={data.customer}
      badges={<ToneBadge tone={data.mode === 'test' ? 'grey' : 'green'}>{t(`partners.mode.${data.mode}`)}</ToneBadge>}
      facts={data.identifications.map(({ sender }) => sender)}
    >
      <Stack gap="xl">
        <Signs partner={data} />
        <Ways partner={data} />
        <PartnerSettings key={JSON.stringify(data.settings)} partner={data} />
        {sent.data === undefined ? null : (
          <Stack gap="sm">
            <Title order={2} size="h4">
              {t('partner.sent')}
            </Title>
            {sent.data.rows.length === 0 ? (
              <Text c="dimmed">{t('partner.sentNothing')}</Text>
            ) : (
              <OutgoingTable rows={sent.data.rows} />
            )}
          </Stack>
        )}
      </Stack>
    </ObjectPage>
  );
}

/** Acts that change this partner, and what each of them makes stale. */
function useChange<Body>(work: (body: Body) => Promise<unknown>) {
  const { slug } = useMember();
  const client = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () =>
      Promise.all(['partner', 'interchange'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) }))),
  });
}

function Signs({ partner }: { readonly partner: Partner }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const [kind, setKind] = useState<'interchange' | 'group'>('interchange');
  const [sender, setSender] = useState('');
  const [qualifier, setQualifier] = useState('');
  const path = { organization: slug, partner: partner.id };
  const add = useChange(() =>
    ask(
      api.POST('/api/organizations/{organization}/partners', {
        params: { path },
        body: { customer: partner.customerId, partner: partner.id, kind, sender, qualifier },
      }),
    ).then(() => setSender('')),
  );
  const end = useChange((identification: string) =>
    ask(
      api.DELETE('/api/organizations/{organization}/partners/{partner}/identifications/{identification}', {
        params: { path: { ...path, identification } },
      }),
    ),
  );
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('partner.signs')}
      </Title>
      <Text c="dimmed">{t('partner.signsExplained')}</Text>
      {partner.identifications.map((one) => (
        <Group key={one.id} gap="sm">
          <Text fw={550}>{one.qualifier === '' ? one.sender : `${one.sender} (${one.qualifier})`}</Text>
          <Text c="dimmed">{t(`partner.kind.${one.kind}`)}</Text>
          <Button
            variant="default"
            size="xs"
            aria-label={t('partners.endOf', { name: one.sender })}
            onClick={() => end.mutate(one.id)}
          >
            {t('partners.end')}
          </Button>
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined);
        }}
      >
        <Group align="end" gap="sm">
          <Select
            label={t('partner.kind.label')}
            allowDeselect={false}
            data={(['interchange', 'group'] as const).map((value) => ({ value, label: t(`partner.kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value === 'group' ? 'group' : 'interchange')}
          />
          <TextInput
            label={t('messages.sender')}
            required
            value={sender}
            onChange={(e) => setSender(e.currentTarget.value)}
          />
          <TextInput
            label={t('partners.qualifier')}
            value={qualifier}
            onChange={(e) => setQualifier(e.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('partners.addSender')}
          </Button>
        </Group>
      </form>
      <RefusalOf error={add.error ?? end.error} />
    </Stack>
  );
}

function Ways({ partner }: { readonly partner: Partner }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const keys = useQuery(keysQuery(slug));
  const [key, setKey] = useState<string | null>(null);
  const [folder, setFolder] = useState('');
  const path = { organization: slug, partner: partner.id };
  const give = useChange((body: { kind: 'key'; key: string } | { kind: 'folder'; folder: string }) =>
    ask(api.POST('/api/organizations/{organization}/partners/{partner}/ways', { params: { path }, body })).then(
      (given) => {
        setKey(null);
        setFolder('');
        return given;
      },
    ),
  );
  const end = useChange((way: string) =>
    ask(
      api.DELETE('/api/organizations/{organization}/partners/{partner}/ways/{way}', {
        params: { path: { ...path, way } },
      }),
    ),
  );
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('partner.ways')}
      </Title>
      <Text c="dimmed">{t('partner.waysExplained')}</Text>
      {partner.ways.length === 0 ? <Text>{t('partner.noWay')}</Text> : null}
      {partner.ways.map((way) => (
        <Group key={way.id} gap="sm">
          <Text fw={550}>{way.label}</Text>
          <Text c="dimmed">{t(`partner.way.${way.kind}`)}</Text>
          <Button
            variant="default"
            size="xs"
            aria-label={t('partners.endOf', { name: way.label })}
            onClick={() => end.mutate(way.id)}
          >
            {t('partners.end')}
          </Button>
        </Group>
      ))}
      <Group align="end" gap="sm">
        <Select
          label={t('partner.key')}
          data={(keys.data?.rows ?? [])
            .filter(({ scopes }) => scopes.includes('edi'))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={key}
          onChange={setKey}
        />
        <Button
          variant="default"
          disabled={key === null}
          loading={give.isPending}
          onClick={() => give.mutate({ kind: 'key', key: key ?? '' })}
        >
          {t('partner.giveKey')}
        </Button>
      </Group>
      <Group align="end" gap="sm">
        <TextInput label={t('partner.folder')} value={folder} onChange={(e) => setFolder(e.currentTarget.value)} />
        <Button
          variant="default"
          disabled={folder === ''}
          loading={give.isPending}
          onClick={() => give.mutate({ kind: 'folder', folder })}
        >
          {t('partner.giveFolder')}
        </Button>
      </Group>
      <RefusalOf error={give.error ?? end.error} />
    </Stack>
  );
}
