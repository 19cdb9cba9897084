import {
  Alert,
  Autocomplete,
  Button,
  Collapse,
  FileButton,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertTriangle, IconCamera, IconCheck, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneActBar } from '../../components/phone-act-bar.tsx';
import { api, ask } from '../../api.ts';
import { keyOf } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { currentLanguage } from '../../texts/language.ts';
import { keepChoices, keptChoices, type KeptPhoto } from './captures-on-device.ts';
import { newId } from '../../new-id.ts';
import { keep } from './outbox.ts';
import type { CaptureBody, Choices } from './voice-api.ts';
import classes from './voice.module.css';

type Consent = CaptureBody['consent'];

const blank = { customer: '', site: '', words: '', view: '', mail: '', phone: '' };

/** A new expectation, with one thumb: customer, site, his words, whether they may be cited, and apart the technician's own view. */
export function CapturePage() {
  const { t } = useTranslation('voice');
  const { slug, membership } = useMember();
  const online = useNetwork().online;
  const customers = useChoices(slug);
  const [form, setForm] = useState(blank);
  const [language, setLanguage] = useState<'en' | 'fr'>(currentLanguage());
  const [consent, setConsent] = useState<Consent | null>(null);
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [more, setMore] = useState<'view' | 'contact' | null>(null);
  const [told, setTold] = useState<'kept' | 'failed' | 'incomplete' | null>(null);
  const [busy, setBusy] = useState(false);

  const set = (change: Partial<typeof blank>) => {
    setForm({ ...form, ...change });
    if (told !== null) setTold(null);
  };
  const known = customers.find(({ name }) => name === form.customer.trim());
  const nameMissing = consent === 'by-name' && form.customer.trim() === '';
  const addPhotos = async (files: readonly File[]) => {
    const added = await Promise.all(
      files.map(async (file) => ({ id: newId(), bytes: await file.arrayBuffer(), type: file.type })),
    );
    setPhotos([...photos, ...added]);
  };

  async function keepIt() {
    if (form.words.trim() === '' || consent === null || nameMissing) {
      setTold('incomplete');
      return;
    }
    setBusy(true);
    const now = Temporal.Now.instant().round('millisecond').toString();
    const text = (value: string) => (value.trim() === '' ? null : value.trim());
    try {
      await keep({
        id: newId(),
        organization: slug,
        membership,
        title: form.customer.trim(),
        body: {
          customer: known?.id ?? null,
          label: known ? '' : form.customer.trim(),
          site: form.site.trim(),
          words: form.words.trim(),
          language,
          consent,
          contact: { mail: text(form.mail), phone: text(form.phone) },
          view: text(form.view),
          happenedAt: now,
        },
        photos,
        keptAt: now,
        state: 'only-here',
        partsSent: 0,
        refusal: null,
        sentAt: null,
      });
      // The customer stays: a visit often brings a second expectation.
      setForm({ ...blank, customer: form.customer, site: form.site });
      setConsent(null);
      setPhotos([]);
      setMore(null);
      setTold('kept');
    } catch {
      setTold('failed');
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.capture}
      onSubmit={(event) => {
        event.preventDefault();
        void keepIt();
      }}
    >
      <Group justify="space-between" wrap="nowrap">
        <PageTitle>{t('capture.title')}</PageTitle>
        {online ? null : <Text c="dimmed">{t('capture.offline')}</Text>}
      </Group>
      <Autocomplete
        size="lg"
        label={t('capture.customer')}
        description={t('capture.customerHint')}
        data={customers.map(({ name }) => name)}
        limit={20}
        value={form.customer}
        onChange={(customer) => set({ customer })}
        error={told === 'incomplete' && nameMissing ? t('capture.nameMissing') : null}
        autoComplete="off"
      />
      <Autocomplete
        size="lg"
        label={t('capture.site')}
        data={[...(known?.sites ?? [])]}
        value={form.site}
        onChange={(site) => set({ site })}
        autoComplete="off"
      />
      <Textarea
        size="lg"
        label={t('capture.words')}
        description={t('capture.wordsHint')}
        classNames={{ input: classes.wordsInput ?? '' }}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={10_000}
        lang={language}
        value={form.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
        error={told === 'incomplete' && form.words.trim() === '' ? t('capture.wordsMissing') : null}
      />
      <Group grow gap="sm">
        <SegmentedControl
          size="lg"
          aria-label={t('capture.language')}
          value={language}
          onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
          data={[
            { value: 'fr', label: 'FR' },
            { value: 'en', label: 'EN' },
          ]}
        />
        <FileButton accept="image/*" multiple onChange={(files) => void addPhotos(files)}>
          {(props) => (
            <Button {...props} size="lg" leftSection={<Icon of={IconCamera} />}>
              {photos.length === 0 ? t('capture.photo') : t('capture.photos', { count: photos.length })}
            </Button>
          )}
        </FileButton>
      </Group>
      <fieldset className={classes.consent}>
        <legend>{t('capture.consent')}</legend>
        <Group grow gap="xs" wrap="nowrap">
          {(['by-name', 'without-name', 'none'] as const).map((each) => (
            <UnstyledButton
              key={each}
              className={classes.choice}
              aria-pressed={consent === each}
              onClick={() => {
                setConsent(each);
                setTold(null);
              }}
            >
              {t(`consent.${each}`)}
            </UnstyledButton>
          ))}
        </Group>
        {told === 'incomplete' && consent === null ? (
          <Text c="var(--mantine-color-error)" size="sm" role="alert">
            {t('capture.consentMissing')}
          </Text>
        ) : null}
      </fieldset>
      <Unfold name={t('capture.view')} open={more === 'view'} onToggle={() => setMore(more === 'view' ? null : 'view')}>
        <Textarea
          size="lg"
          label={t('capture.viewLabel')}
          description={t('capture.viewHint')}
          autosize
          minRows={3}
          maxLength={10_000}
          value={form.view}
          onChange={(event) => set({ view: event.currentTarget.value })}
        />
      </Unfold>
      <Unfold
        name={t('capture.contact')}
        open={more === 'contact'}
        onToggle={() => setMore(more === 'contact' ? null : 'contact')}
      >
        <Stack gap="sm">
          <TextInput
            size="lg"
            type="email"
            label={t('capture.mail')}
            value={form.mail}
            onChange={(event) => set({ mail: event.currentTarget.value })}
          />
          <TextInput
            size="lg"
            type="tel"
            label={t('capture.phone')}
            value={form.phone}
            onChange={(event) => set({ phone: event.currentTarget.value })}
          />
        </Stack>
      </Unfold>
      {told === 'kept' ? (
        <Alert
          color="green"
          variant="light"
          icon={<Icon of={IconCheck} />}
          component="output"
          title={t('capture.kept')}
        >
          <TextLink to="/o/$organization/to-send" params={{ organization: slug }}>
            {t('capture.seeState')}
          </TextLink>
        </Alert>
      ) : null}
      {told === 'failed' ? (
        <Alert
          color="red"
          variant="light"
          icon={<Icon of={IconAlertTriangle} />}
          role="alert"
          title={t('capture.failed')}
        >
          {t('capture.failedTodo')}
        </Alert>
      ) : null}
      <PhoneActBar>
        <Button type="submit" variant="filled" size="lg" fullWidth loading={busy} onClick={() => void keepIt()}>
          {t('capture.act')}
        </Button>
      </PhoneActBar>
    </form>
  );
}

function Unfold(props: {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <UnstyledButton className={classes.unfold} aria-expanded={props.open} onClick={props.onToggle}>
        <Icon of={IconChevronRight} size={18} />
        {props.name}
      </UnstyledButton>
      <Collapse expanded={props.open}>{props.children}</Collapse>
    </div>
  );
}

/** Customers and sites: from the server where there is one, else as it told them last. */
function useChoices(organization: string): Choices['customers'] {
  const { data } = useQuery({
    queryKey: keyOf(organization, 'customer', 'choices'),
    networkMode: 'always',
    retry: false,
    queryFn: async () => {
      try {
        const choices = await ask(
          api.GET('/api/organizations/{organization}/captures/choices', { params: { path: { organization } } }),
        );
        await keepChoices(organization, choices).catch(() => undefined);
        return choices;
      } catch {
        return (await keptChoices(organization).catch(() => undefined)) ?? { customers: [] };
      }
    },
  });
  return data?.customers ?? [];
}
