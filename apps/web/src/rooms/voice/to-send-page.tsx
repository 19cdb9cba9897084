import { Alert, Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import type { Tone } from '../../components/state.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import type { KeptCapture } from './captures-on-device.ts';
import { newId } from '../../new-id.ts';
import { discard, tryAgain } from './outbox.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { useSending } from './use-sending.ts';
import classes from './voice.module.css';

const tones: Readonly<Record<KeptCapture['state'], Tone>> = {
  'only-here': 'amber',
  sending: 'petrol',
  refused: 'red',
  sent: 'green',
};

/** One line per capture with its state: only on this phone, being sent, refused and what to do, kept by the server. */
export function ToSendPage() {
  const { t } = useTranslation('voice');
  const { slug } = useMember();
  const online = useNetwork().online;
  const { captures, broken } = useSending();
  const waiting = captures.filter(({ state }) => state !== 'sent');
  const sent = captures.filter(({ state }) => state === 'sent');
  return (
    <div className={classes.phone}>
      <Group justify="space-between" wrap="nowrap">
        <PageTitle>{t('toSend.title')}</PageTitle>
        {online ? null : <Text c="dimmed">{t('capture.offline')}</Text>}
      </Group>
      {broken ? (
        <Alert
          color="red"
          variant="light"
          icon={<Icon of={IconAlertTriangle} />}
          role="alert"
          title={t('toSend.broken')}
        >
          {t('toSend.brokenTodo')}
        </Alert>
      ) : null}
      {captures.length === 0 && !broken ? (
        <>
          <Text>{t('toSend.empty')}</Text>
          <ButtonLink size="lg" variant="filled" to="/o/$organization/capture" params={{ organization: slug }}>
            {t('capture.act1')}
          </ButtonLink>
        </>
      ) : null}
      <Captures list={waiting} name={t('toSend.waiting', { count: waiting.length })} />
      <Captures list={sent} name={t('toSend.sent', { count: sent.length })} />
    </div>
  );
}

function Captures({ list, name }: { readonly list: readonly KeptCapture[]; readonly name: string }) {
  if (list.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{name}</h2>
      <ul className={classes.cards}>
        {list.map((capture) => (
          <li key={capture.id} className={classes.card}>
            <CaptureLine capture={capture} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaptureLine({ capture }: { readonly capture: KeptCapture }) {
  const { t } = useTranslation('voice');
  const [failed, setFailed] = useState(false);
  const parts = 1 + capture.photos.length;
  const shrink = async () => {
    try {
      const photos = await Promise.all(
        capture.photos.map(async ({ bytes, type }) => ({
          id: newId(),
          bytes: await shrinkPhoto(bytes, type),
          type: 'image/jpeg',
        })),
      );
      await tryAgain(capture.id, { photos });
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Group justify="space-between">
        <ToneBadge tone={tones[capture.state]}>
          {capture.state === 'sending'
            ? t('toSend.state.sending', { part: Math.min(capture.partsSent + 1, parts), parts })
            : t(`toSend.state.${capture.state}`)}
        </ToneBadge>
        <Text c="dimmed" size="sm">
          <Moment at={capture.keptAt} plain />
        </Text>
      </Group>
      <Text fw={550}>{capture.title === '' ? t('expectation.nameless') : capture.title}</Text>
      <Text lineClamp={2} lang={capture.body.language} ff="var(--coprod-serif)">
        {capture.body.words}
      </Text>
      {capture.photos.length > 0 ? (
        <Text c="dimmed" size="sm">
          {t('capture.photos', { count: capture.photos.length })}
        </Text>
      ) : null}
      {capture.refusal === null ? null : (
        <Alert color="amber" variant="light" role="alert" title={capture.refusal.what}>
          <Text>{capture.refusal.cure}</Text>
          {failed ? <Text>{t('toSend.cannotShrink')}</Text> : null}
          <Group mt="sm">
            {capture.photos.length > 0 ? (
              <Button size="md" onClick={() => void shrink()}>
                {t('toSend.shrink')}
              </Button>
            ) : null}
            <Button size="md" onClick={() => void tryAgain(capture.id)}>
              {t('toSend.again')}
            </Button>
            <Button size="md" onClick={() => saveCopy(capture)}>
              {t('toSend.copy')}
            </Button>
            <Button size="md" color="gray" onClick={() => void discard(capture.id)}>
              {t('toSend.discard')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}

/** The words as a file, for whoever wants them safe elsewhere before anything else. */
function saveCopy({ id, title, keptAt, body }: KeptCapture): void {
  const text = [keptAt, title, body.site, body.words, body.view ?? ''].join('\n\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${id}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
