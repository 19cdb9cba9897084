import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { Refusal, RefusalOf } from '../../components/refusal.tsx';
import { PageTitle } from '../../shell/page-title.tsx';
import { PlainFrame } from '../../shell/plain-frame.tsx';
import { CreateOrganization } from './create-organization.tsx';
import classes from './people.module.css';

const route = getRouteApi('/welcome');

/** The first page of an installation, reached by the link that the server printed: look around, or begin. */
export function WelcomePage() {
  const { t } = useTranslation('people');
  const { token } = route.useSearch();
  const [creating, setCreating] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['welcome', token],
    queryFn: () => ask(api.GET('/api/welcome/{token}', { params: { path: { token } } })),
  });
  const demo = useMutation({
    mutationFn: () => ask(api.POST('/api/welcome/demo', { body: { token } })),
    onSuccess: ({ slug }) => location.assign(`/o/${slug}`),
  });
  const used = { title: t('welcome.used'), status: 410, code: 'link-used-up', whatToDo: t('welcome.usedTodo') };

  if (creating) return <CreateOrganization token={token} onBack={() => setCreating(false)} />;
  return (
    <PlainFrame wide>
      <Stack gap="lg">
        <div>
          <PageTitle mb="xs">{t('welcome.title')}</PageTitle>
          <Text size="lg" c="dimmed">
            {t('welcome.lead')}
          </Text>
        </div>
        <RefusalOf error={error} />
        {data?.open === false ? <Refusal problem={used} /> : null}
        <RefusalOf error={demo.error} />
        {data?.open === true ? (
          <div className={classes.choices}>
            <section className={classes.choice} aria-labelledby="look">
              <Title order={2} id="look">
                {t('welcome.look')}
              </Title>
              <Text>{t('welcome.lookText')}</Text>
              <Text c="dimmed" size="sm" component="output">
                {demo.isPending ? t('welcome.lookBusy') : t('welcome.lookReady')}
              </Text>
              <Button loading={demo.isPending} onClick={() => demo.mutate()}>
                {t('welcome.look')}
              </Button>
            </section>
            <section className={classes.choice} aria-labelledby="create">
              <Title order={2} id="create">
                {t('welcome.create')}
              </Title>
              <Text>{t('welcome.createText')}</Text>
              <Button variant="filled" disabled={demo.isPending} onClick={() => setCreating(true)}>
                {t('welcome.create')}
              </Button>
            </section>
          </div>
        ) : null}
      </Stack>
    </PlainFrame>
  );
}
