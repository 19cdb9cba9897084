import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { keyOf } from '../../../queries.ts';
import { ButtonLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { PageTitle } from '../../../shell/page-title.tsx';
import { DraftList } from './draft-list.tsx';
import { PlanView } from './plan-view.tsx';
import { draftsQuery, planInForceQuery, planQuery } from './queries.ts';

const draftRoute = getRouteApi('/o/$organization/plan/drafts/$plan');

/** The plan in force, and the drafts that wait. */
export function PlanPage() {
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(planInForceQuery(slug));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  if (data === null) return <NoPlan />;
  return <PlanView key={data.id} whole={data} inForce={data} />;
}

/** One draft, or a plan that was replaced, against the plan in force. */
export function DraftPage() {
  const { plan } = draftRoute.useParams();
  const { slug } = useMember();
  const draft = useQuery(planQuery(slug, plan));
  const inForce = useQuery(planInForceQuery(slug));
  if (draft.data === undefined || inForce.data === undefined)
    return <RefusalOf error={draft.error ?? inForce.error} onRetry={() => void draft.refetch()} />;
  return <PlanView key={draft.data.id} whole={draft.data} inForce={inForce.data} />;
}

/** Nothing is in force yet: the next real step. */
function NoPlan() {
  const { t } = useTranslation('plan');
  const { slug, has } = useMember();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(draftsQuery(slug));
  const anew = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/organizations/{organization}/plans', { params: { path: { organization: slug } }, body: {} })),
    onSuccess: async ({ plan }) => {
      await navigate({ to: '/o/$organization/plan/drafts/$plan', params: { organization: slug, plan } });
      void client.invalidateQueries({ queryKey: keyOf(slug, 'plan') });
    },
  });
  return (
    <Stack gap="md" align="flex-start">
      <PageTitle>{t('title')}</PageTitle>
      {data !== undefined && data.rows.length > 0 ? <DraftList /> : <Text>{t('empty.title')}</Text>}
      <Text c="dimmed">{t('empty.next')}</Text>
      {has('planner') ? (
        <>
          <ButtonLink variant="filled" to="/o/$organization/plant" params={{ organization: slug }}>
            {t('empty.act')}
          </ButtonLink>
          <Button loading={anew.isPending} onClick={() => anew.mutate()}>
            {t('empty.planNow')}
          </Button>
          <RefusalOf error={anew.error} />
        </>
      ) : null}
    </Stack>
  );
}
