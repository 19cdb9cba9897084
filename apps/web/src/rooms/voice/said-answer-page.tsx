import { Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { ToldAnswerCard } from './told-answer.tsx';

const route = getRouteApi('/o/$organization/said/$answer');

/** One answer to our words, with the text before and after. */
export function SaidAnswerPage() {
  const { t } = useTranslation('voice');
  const { slug, has } = useMember();
  const queryClient = useQueryClient();
  const path = { organization: slug, answer: route.useParams().answer };
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(slug, 'answer', path.answer),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/said/answers/{answer}', { params: { path } })),
    throwOnError: (reason) => 'problem' in reason && (reason.problem as { status: number }).status === 404,
  });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const refresh = () => queryClient.invalidateQueries({ queryKey: [slug] });
  const contest = async (words: string) => {
    await ask(
      api.POST('/api/organizations/{organization}/said/answers/{answer}/contest', {
        params: { path },
        body: { words },
      }),
    );
    await refresh();
  };
  const withdraw = async () => {
    await ask(
      api.POST('/api/organizations/{organization}/said/{expectation}/withdrawal', {
        params: { path: { organization: slug, expectation: data.expectation } },
        body: {},
      }),
    );
    await refresh();
  };
  const acts = has('approver') ? { onContest: contest, onWithdraw: withdraw } : {};
  return (
    <Stack gap="lg" maw={720}>
      <PageTitle>{t('answer.title', { organization: data.organization })}</PageTitle>
      <ToldAnswerCard told={data} {...acts} />
    </Stack>
  );
}
