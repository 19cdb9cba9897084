import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { OutgoingState } from './outgoing-table.tsx';
import { oneOutgoingQuery } from './queries.ts';
import { Segments } from './segments.tsx';

const route = getRouteApi('/o/$organization/outgoing/$outgoing');

/** One interchange that left or waits: its segments and what they mean, and what its recipient said of it. */
export function OutgoingPage() {
  const { t } = useTranslation('planning');
  const { outgoing: id } = route.useParams();
  const { slug, has } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(oneOutgoingQuery(slug, id));
  const passedOn = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/outgoing/{outgoing}/sent', {
          params: { path: { organization: slug, outgoing: id } },
          body: { by: 'page' },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'outgoing') }),
  });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return (
    <ObjectPage
      title={`${data.kind} ${data.reference}`}
      badges={<OutgoingState row={data} />}
      facts={[
        t('outgoing.to', { customer: data.customer }),
        formats.moment(data.madeAt),
        ...(data.document === null ? [] : [t('outgoing.document', { document: data.document })]),
        ...(data.sentBy === null ? [] : [t(`outgoing.sentBy.${data.sentBy}`)]),
        ...(data.test ? [t('outgoing.test')] : []),
        <Anchor key="bytes" href={`/api/organizations/${slug}/outgoing/${id}/bytes`} download={data.name}>
          {t('outgoing.download')}
        </Anchor>,
      ]}
      act={
        data.state === 'waiting' && has('planner') ? (
          <Button variant="filled" loading={passedOn.isPending} onClick={() => passedOn.mutate()}>
            {t('outgoing.passedOn')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="lg">
        <RefusalOf error={passedOn.error} />
        {data.answers === null ? null : (
          <TextLink
            underline="always"
            to="/o/$organization/messages/$message"
            params={{ organization: slug, message: data.answers }}
          >
            {t('outgoing.answers')}
          </TextLink>
        )}
        {data.verdictWords === null ? null : (
          <Text>
            {t('outgoing.said')}: {data.verdictWords}
          </Text>
        )}
        <Segments segments={data.segments} cut={data.cut} />
      </Stack>
    </ObjectPage>
  );
}
