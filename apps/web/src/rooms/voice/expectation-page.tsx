import { Alert, Button, Drawer, Menu, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { ExpectationState } from './expectation-state.tsx';
import { Words } from './expectations-page.tsx';
import { JoinTheme } from './team-page.tsx';
import type { Expectation } from './voice-api.ts';
import classes from './voice.module.css';

const route = getRouteApi('/o/$organization/expectations/$expectation');
type Answer = { id: string; contested: { at: string; words: string; reply: string | null } | null };

/** The words; apart, in a grey box, the technician's view; where the words are used; consent with its history. */
export function ExpectationPage() {
  const { t } = useTranslation('voice');
  const { slug, has } = useMember();
  const formats = useFormats();
  const path = { organization: slug, expectation: route.useParams().expectation };
  const [open, setOpen] = useState<'consent' | 'withdraw' | 'join' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(slug, 'expectation', path.expectation),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/expectations/{expectation}', { params: { path } })),
    throwOnError: (reason) => 'problem' in reason && (reason.problem as { status: number }).status === 404,
  });
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const mayChange = data.myTeam && has('technician', 'team-lead') && data.state !== 'withdrawn';
  const close = () => setOpen(null);
  return (
    <>
      <ObjectPage
        badges={<ExpectationState row={data} />}
        title={t('expectation.title')}
        facts={[
          data.customer ?? t('expectation.nameless'),
          ...(data.site === '' ? [] : [data.site]),
          t('team.heard', { count: data.heard }),
          ...(data.theme === null
            ? []
            : [
                <TextLink
                  key="theme"
                  inherit
                  to="/o/$organization/themes/$theme"
                  params={{ organization: slug, theme: data.theme.id }}
                  lang={data.theme.language}
                >
                  {data.theme.title}
                </TextLink>,
              ]),
          ...(data.state === 'peers' ? [t('expectation.leadFrom', { date: formats.moment(data.leadFrom) })] : []),
        ]}
        act={
          has('technician', 'team-lead') && data.theme === null && data.state !== 'withdrawn' ? (
            <Button variant="filled" onClick={() => setOpen('join')}>
              {t('team.join')}
            </Button>
          ) : null
        }
        menu={
          mayChange ? (
            <>
              <Menu.Item onClick={() => setOpen('consent')}>{t('expectation.changeConsent')}</Menu.Item>
              <Menu.Item onClick={() => setOpen('withdraw')}>{t('expectation.withdraw')}</Menu.Item>
            </>
          ) : null
        }
        notice={data.answers
          .filter(({ contested }) => contested !== null)
          .map((answer) => (
            <Contested key={answer.id} answer={answer} expectation={data} />
          ))}
        history={[
          ...data.answers.map((a) => ({
            id: a.id,
            at: a.answeredAt,
            text: t(a.seenAt === null ? 'history.answered' : 'history.answeredSeen', { rule: a.ruleTitle }),
          })),
          ...data.consentChanges.map((c) => ({
            id: `${c.at}${c.after}`,
            at: c.at,
            text: t(c.askedBy === 'customer' ? 'history.consentByCustomer' : 'history.consentByTechnician', {
              before: t(`consent.${c.before}`),
              after: t(`consent.${c.after}`),
              reason: c.reason,
            }),
          })),
          { id: 'captured', at: data.receivedAt, text: t('history.captured') },
        ]}
      >
        <Stack gap="lg" maw={640}>
          <Words row={data} />
          {data.view === null ? null : (
            <section className={classes.view} aria-labelledby="view">
              <h2 id="view">{t('capture.viewLabel')}</h2>
              <Text lang={data.view.language} style={{ whiteSpace: 'pre-line' }}>
                {data.view.text}
              </Text>
            </section>
          )}
          {data.photoIds.length === 0 ? null : (
            <div className={classes.photos}>
              {data.photoIds.map((photo, place) => (
                <img
                  key={photo}
                  src={`/api/organizations/${encodeURIComponent(slug)}/expectations/${data.id}/photos/${photo}`}
                  alt={t('expectation.photo', { number: place + 1 })}
                />
              ))}
            </div>
          )}
          {data.answers.map((answer) => (
            <HandOver key={answer.id} answer={answer.id} mailed={answer.mailed} offered={mayChange} />
          ))}
        </Stack>
      </ObjectPage>
      <Drawer
        opened={open !== null}
        onClose={close}
        position="right"
        title={
          open === 'join'
            ? t('theme.joinCount', { count: 1 })
            : t(open === 'withdraw' ? 'expectation.withdraw' : 'expectation.changeConsent')
        }
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open === 'join' ? <JoinTheme expectations={[data.id]} onJoined={close} /> : null}
        {open === 'consent' || open === 'withdraw' ? <ConsentForm row={data} act={open} onDone={close} /> : null}
      </Drawer>
    </>
  );
}

function ConsentForm(props: {
  readonly row: Expectation;
  readonly act: 'consent' | 'withdraw';
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const queryClient = useQueryClient();
  const [consent, setConsent] = useState(props.row.consent);
  const [reason, setReason] = useState('');
  const path = { organization: slug, expectation: props.row.id };
  const change = useMutation({
    mutationFn: () =>
      props.act === 'withdraw'
        ? ask(
            api.POST('/api/organizations/{organization}/expectations/{expectation}/withdrawal', {
              params: { path },
              body: { reason },
            }),
          )
        : ask(
            api.POST('/api/organizations/{organization}/expectations/{expectation}/consent', {
              params: { path },
              body: { consent, reason },
            }),
          ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [slug] });
      props.onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack gap="md">
        {props.act === 'withdraw' ? (
          <Text>{t('expectation.withdrawHint')}</Text>
        ) : (
          <Radio.Group
            label={t('capture.consent')}
            value={consent}
            onChange={(value) => setConsent(value === 'by-name' || value === 'none' ? value : 'without-name')}
          >
            <Stack gap="xs" mt="xs">
              {(['by-name', 'without-name', 'none'] as const).map((each) => (
                <Radio key={each} value={each} label={t(`consent.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          label={t('expectation.reason')}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalOf error={change.error} />
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t(props.act === 'withdraw' ? 'expectation.withdraw' : 'expectation.changeConsent')}
        </Button>
      </Stack>
    </form>
  );
}

/** Somebody said that the answer is not what he meant: it stays on top until he has a reply. */
function Contested({ answer, expectation }: { readonly answer: Answer; readonly expectation: Expectation }) {
  const { t } = useTranslation('voice');
  const { slug, has } = useMember();
  const queryClient = useQueryClient();
  const [words, setWords] = useState('');
  const reply = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/answers/{answer}/reply', {
          params: { path: { organization: slug, answer: answer.id } },
          body: { words },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [slug] }),
  });
  if (answer.contested === null) return null;
  return (
    <Alert color={answer.contested.reply === null ? 'red' : 'gray'} variant="light" title={t('expectation.contested')}>
      <Stack gap="sm" align="flex-start">
        {answer.contested.words === '' ? null : (
          <Text ff="var(--coprod-serif)" lang={expectation.language}>
            {answer.contested.words}
          </Text>
        )}
        {answer.contested.reply === null ? null : <Text>{answer.contested.reply}</Text>}
        {answer.contested.reply === null && has('team-lead') ? (
          <>
            <Textarea
              w="100%"
              label={t('expectation.reply')}
              autosize
              minRows={2}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <RefusalOf error={reply.error} />
            <Button loading={reply.isPending} disabled={words.trim() === ''} onClick={() => reply.mutate()}>
              {t('expectation.replyAct')}
            </Button>
          </>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** How the answer reaches somebody: by mail, or by a link that the technician hands over. */
function HandOver(props: { readonly answer: string; readonly mailed: boolean; readonly offered: boolean }) {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const make = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/answers/{answer}/link', {
          params: { path: { organization: slug, answer: props.answer } },
        }),
      ),
  });
  if (!props.offered) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{t(props.mailed ? 'answer.wasMailed' : 'answer.notMailed')}</Text>
      <RefusalOf error={make.error} />
      {make.data === undefined ? (
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('answer.makeLink')}
        </Button>
      ) : (
        <TextInput
          w="100%"
          readOnly
          label={t('answer.link')}
          description={t('answer.linkHint')}
          value={make.data.url}
        />
      )}
    </Stack>
  );
}
