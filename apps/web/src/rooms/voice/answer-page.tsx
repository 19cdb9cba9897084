import { Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { ToldAnswerCard } from './told-answer.tsx';

const route = getRouteApi('/answer/$token');

/** One link, one page, no account: the answer to whoever was cited. */
export function AnswerPage() {
  const { t } = useTranslation('voice');
  const path = { token: route.useParams().token };
  const queryClient = useQueryClient();
  const key = ['answer', path.token];
  const { data, error, isPending } = useQuery({
    queryKey: key,
    queryFn: () => ask(api.GET('/api/answers/{token}', { params: { path } })),
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: key });
  const contest = async (words: string) => {
    await ask(api.POST('/api/answers/{token}/contest', { params: { path }, body: { words } }));
    await refresh();
  };
  const withdraw = async () => {
    await ask(api.POST('/api/answers/{token}/withdrawal', { params: { path }, body: {} }));
    await refresh();
  };
  return (
    <PlainFrame wide>
      <Stack gap="lg">
        <PageTitle>{data ? t('answer.title', { organization: data.organization }) : t('answer.titlePlain')}</PageTitle>
        {isPending ? <Loader aria-label={t('answer.titlePlain')} /> : null}
        <RefusalOf error={error} />
        {data ? (
          <>
            <Text>{t('answer.hello')}</Text>
            <ToldAnswerCard told={data} onContest={contest} onWithdraw={withdraw} />
          </>
        ) : null}
      </Stack>
    </PlainFrame>
  );
}
