import { Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api.gen.ts';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { customersQuery } from '../core/queries.ts';
import { FileState } from './file-state.tsx';
import classes from './message-page.module.css';
import { messageQuery } from './queries.ts';
import { segmentDifference } from './segment-difference.ts';
import { Segments } from './segments.tsx';

const route = getRouteApi('/o/$organization/messages/$message');

/** One interchange: its bytes, its segments and what they mean, each finding at its segment. In quarantine both stand side by side. */
export function MessagePage() {
  const { t } = useTranslation('planning');
  const { message: id } = route.useParams();
  const { slug, has } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(messageQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const mayDecide = has('planner');
  return (
    <ObjectPage
      badges={<FileState state={data.state} />}
      label={data.controlReference ?? undefined}
      title={data.name}
      facts={[
        data.customer ?? data.sender ?? t('messages.noSender'),
        ...data.messages.map((m) => `${m.type} ${m.directory}`),
        t(`messages.cameBy.${data.cameBy}`),
        formats.moment(data.receivedAt),
        formats.bytes(data.size),
        ...(data.partner === null || data.partner.profile === 'standard'
          ? []
          : [t('messages.readBy', { profile: t(`partner.profiles.${data.partner.profile}`) })]),
        ...(data.part.of === 1 ? [] : [t('messages.partOf', { number: data.part.number, of: data.part.of })]),
        <Anchor key="bytes" href={`/api/organizations/${slug}/interchanges/${id}/bytes`} download={data.name}>
          {t('messages.download')}
        </Anchor>,
      ]}
      act={data.state === 'quarantined' && mayDecide ? <Decide interchange={id} /> : undefined}
      notice={
        data.reason !== null && data.state === 'quarantined' ? (
          <Text>
            {t(`messages.reason.${data.reason}`, { sender: data.sender ?? '' })}{' '}
            {data.partner === null ? null : (
              <TextLink
                underline="always"
                to="/o/$organization/partners/$partner"
                params={{ organization: slug, partner: data.partner.id }}
              >
                {t('messages.thePartner')}
              </TextLink>
            )}
          </Text>
        ) : data.refused === null ? undefined : (
          <Text>
            {data.refused.segment === null
              ? data.refused.text
              : t('messages.refusedAt', {
                  segment: data.refused.segment,
                  byte: data.refused.byte,
                  text: data.refused.text,
                })}
          </Text>
        )
      }
    >
      <Stack gap="lg">
        {data.state === 'unknown-sender' && mayDecide ? (
          <ChooseCustomer sender={data.sender ?? ''} qualifier={data.qualifier} />
        ) : null}
        {data.releases.map((release) => (
          <Text key={release.id}>
            <TextLink
              underline="always"
              to="/o/$organization/releases/$release"
              params={{ organization: slug, release: release.id }}
            >
              {t('release.title', { number: release.document })}
            </TextLink>{' '}
            {t(`releases.state.${release.state}`)}
          </Text>
        ))}
        {data.answers.length === 0 ? null : (
          <Group gap="sm">
            <Text c="dimmed">{t('messages.answered')}</Text>
            {data.answers.map((answer) => (
              <TextLink
                key={answer.id}
                underline="always"
                to="/o/$organization/outgoing/$outgoing"
                params={{ organization: slug, outgoing: answer.id }}
              >
                {answer.kind} {answer.reference}
              </TextLink>
            ))}
          </Group>
        )}
        {data.beside.length === 0 ? null : <Beside file={data.file} parts={data.beside} current={id} />}
        {data.elsewhere.map((found) => (
          <Text key={found.text} c="dimmed">
            {found.text}
          </Text>
        ))}
        {data.conflictsWith === null ? (
          <Segments segments={data.segments} cut={data.cut} />
        ) : (
          <SideBySide segments={data.segments} cut={data.cut} earlier={data.conflictsWith} />
        )}
      </Stack>
    </ObjectPage>
  );
}

/** The other interchanges of the same file, each with its state. */
function Beside({
  file,
  parts,
  current,
}: {
  readonly file: string;
  readonly parts: components['schemas']['MessagePage']['beside'];
  readonly current: string;
}) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  return (
    <nav aria-label={t('messages.beside')}>
      <Group gap="sm">
        <Text c="dimmed">{t('messages.beside')}</Text>
        {parts.map((part) => {
          const name = `${part.number} · ${part.controlReference ?? t('messages.noSender')}`;
          return (
            <Group key={part.number} gap={6}>
              {part.id === current ? (
                <Text span fw={550} aria-current="page">
                  {name}
                </Text>
              ) : (
                <TextLink
                  underline="always"
                  to="/o/$organization/messages/$message"
                  params={{ organization: slug, message: part.id }}
                >
                  {name}
                </TextLink>
              )}
              <FileState state={part.state} />
            </Group>
          );
        })}
        <Anchor underline="always" href={`/api/organizations/${slug}/files/${file}/bytes`} download>
          {t('messages.wholeFile')}
        </Anchor>
      </Group>
    </nav>
  );
}

/** The file of the same reference that came before, beside this one; segments that the other does not hold are marked. */
function SideBySide({
  segments,
  cut,
  earlier,
}: {
  readonly segments: Parameters<typeof Segments>[0]['segments'];
  readonly cut: boolean;
  readonly earlier: string;
}) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(messageQuery(slug, earlier));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const difference = segmentDifference(
    data.segments.map(({ text }) => text),
    segments.map(({ text }) => text),
  );
  const numbers = [...difference.second].map((place) => formats.number(place + 1));
  return (
    <>
      <Text>
        {numbers.length === 0
          ? t('quarantine.lessOnly')
          : numbers.length > 12
            ? t('quarantine.manyDiffer', { count: numbers.length })
            : t('quarantine.differ', { count: numbers.length, numbers: formats.list(numbers) })}
      </Text>
      <div className={classes.sides}>
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('quarantine.before', { when: formats.moment(data.receivedAt) })}
          </Title>
          <Segments segments={data.segments} cut={data.cut} differing={difference.first} />
        </section>
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('quarantine.after')}
          </Title>
          <Segments segments={segments} cut={cut} differing={difference.second} />
        </section>
      </div>
    </>
  );
}

function Decide({ interchange }: { readonly interchange: string }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (choice: 'read' | 'set-aside') =>
      ask(
        api.POST('/api/organizations/{organization}/interchanges/{interchange}/decision', {
          params: { path: { organization: slug, interchange } },
          body: { choice },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['interchange', 'release', 'waiting'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })),
      ),
  });
  return (
    <>
      <Button variant="default" onClick={() => decide.mutate('set-aside')} loading={decide.isPending}>
        {t('quarantine.setAside')}
      </Button>
      <Button variant="filled" onClick={() => decide.mutate('read')} loading={decide.isPending}>
        {t('quarantine.read')}
      </Button>
      <RefusalOf error={decide.error} />
    </>
  );
}

/** Says which customer a sender is; his files that were kept are read at once. */
function ChooseCustomer({ sender, qualifier }: { readonly sender: string; readonly qualifier: string }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const [customer, setCustomer] = useState<string | null>(null);
  const customers = useQuery(customersQuery(slug));
  const choose = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/partners', {
          params: { path: { organization: slug } },
          body: { customer: customer ?? '', kind: 'interchange', sender, qualifier },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['interchange', 'partner', 'release', 'waiting'].map((kind) =>
          client.invalidateQueries({ queryKey: keyOf(slug, kind) }),
        ),
      ),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate();
      }}
    >
      <Stack gap="sm" maw={480}>
        <Text>{t('messages.whose', { sender })}</Text>
        <Group align="end" gap="sm">
          <Select
            label={t('releases.customer')}
            required
            searchable
            data={(customers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={customer}
            onChange={setCustomer}
          />
          <Button type="submit" variant="filled" loading={choose.isPending} disabled={customer === null}>
            {t('messages.choose')}
          </Button>
        </Group>
        <RefusalOf error={choose.error} />
      </Stack>
    </form>
  );
}
