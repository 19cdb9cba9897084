import { Button, Radio, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';
import { BlockText } from './block-text.tsx';
import type { Block, Proposal } from './queries.ts';

interface DrawerProps {
  readonly open: boolean;
  readonly proposal: Proposal;
  readonly slug: string;
  readonly onClose: () => void;
}

const conditions = ['hours', 'pace', 'mobility', 'autonomy'] as const;

/** Puts a draft before everybody: title, effect on working conditions, how it is decided and until when people may object. */
export function OpenDrawer({ open, proposal: p, slug, onClose }: DrawerProps) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [title, setTitle] = useState(p.title);
  const [why, setWhy] = useState(p.why);
  const [method, setMethod] = useState(p.method);
  const [term, setTerm] = useState(() =>
    Temporal.Now.plainDateTimeISO().add({ days: 7 }).round('hour').toString().slice(0, 16),
  );
  const [effect, setEffect] = useState(p.effect);
  const put = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/proposals/{proposal}/open', {
          params: { path: { organization: slug, proposal: p.id } },
          body: {
            title,
            why,
            method,
            term:
              method === 'by-consent'
                ? Temporal.PlainDateTime.from(term).toZonedDateTime(Temporal.Now.timeZoneId()).toInstant().toString()
                : null,
            effect,
          },
        }),
      ),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
    },
  });
  return (
    <SideDrawer open={open} title={t('proposal.putBefore')} beside onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('proposals.name')}
            required
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Textarea
            label={t('proposal.why')}
            autosize
            minRows={2}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('proposal.putBeforeText')}
          </Text>
          {conditions.map((name) => (
            <TextInput
              key={name}
              label={t(`proposal.${name}`)}
              required
              value={effect[name]}
              onChange={(event) => setEffect({ ...effect, [name]: event.currentTarget.value })}
            />
          ))}
          <Radio.Group
            label={t('proposal.method')}
            value={method}
            onChange={(value) => setMethod(value === 'by-consent' ? 'by-consent' : 'by-owner')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="by-consent" label={t('proposal.by-consent')} />
              <Radio value="by-owner" label={t('proposal.by-owner')} />
            </Stack>
          </Radio.Group>
          {method === 'by-consent' ? (
            <TextInput
              type="datetime-local"
              label={t('proposal.term')}
              required
              value={term}
              onChange={(event) => setTerm(event.currentTarget.value)}
            />
          ) : null}
          <RefusalOf error={put.error} />
          <Button type="submit" variant="filled" loading={put.isPending}>
            {t('proposal.putBefore')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** Objects on a ground of working conditions, or adds an argument. */
export function ObjectDrawer({ open, proposal: p, slug, onClose }: DrawerProps) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [kind, setKind] = useState<'objection' | 'argument'>('objection');
  const [ground, setGround] = useState<'hours' | 'pace' | 'mobility' | 'autonomy' | 'other'>('pace');
  const [words, setWords] = useState('');
  const say = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/proposals/{proposal}/remarks', {
          params: { path: { organization: slug, proposal: p.id } },
          body: { kind, ground: kind === 'objection' ? ground : null, words },
        }),
      ),
    onSuccess: () => {
      setWords('');
      onClose();
      return client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
    },
  });
  return (
    <SideDrawer open={open} title={t('proposal.objectTitle')} beside onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say.mutate();
        }}
      >
        <Stack gap="md">
          <Radio.Group
            value={kind}
            onChange={(value) => setKind(value === 'argument' ? 'argument' : 'objection')}
            label={t('proposal.remarks')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="objection" label={t('proposal.object')} />
              <Radio value="argument" label={t('proposal.argue')} />
            </Stack>
          </Radio.Group>
          {kind === 'objection' ? (
            <Select
              label={t('proposal.ground')}
              allowDeselect={false}
              data={[...conditions, 'other' as const].map((value) => ({ value, label: t(`proposal.${value}`) }))}
              value={ground}
              onChange={(value) =>
                setGround(([...conditions, 'other'] as const).find((one) => one === value) ?? 'other')
              }
            />
          ) : null}
          <Textarea
            label={t('proposal.words')}
            required
            autosize
            minRows={3}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <RefusalOf error={say.error} />
          <Button type="submit" variant="filled" loading={say.isPending}>
            {kind === 'objection' ? t('proposal.object') : t('proposal.argue')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}

interface Clash {
  readonly block: string;
  readonly mine: Block | null;
  readonly theirs: Block | null;
}

/** Rebases a draft: asked first without choices, so that the server tells where both changed a block; then with one for each. */
export function RebaseDrawer({ open, proposal: p, slug, onClose }: DrawerProps) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [choices, setChoices] = useState<Record<string, 'mine' | 'theirs'>>({});
  const rebase = useMutation({
    mutationFn: (chosen: Record<string, 'mine' | 'theirs'>) =>
      ask(
        api.POST('/api/organizations/{organization}/proposals/{proposal}/rebase', {
          params: { path: { organization: slug, proposal: p.id } },
          body: { choices: chosen },
        }),
      ),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: keyOf(slug, 'proposal') });
    },
  });
  const clashes = clashesOf(rebase.error);
  const text = (block: Block | null) =>
    block === null ? (
      <Text c="dimmed">{t('proposal.removed')}</Text>
    ) : (
      <BlockText content={block.content} language={p.rule.language} parameters={p.parameters} slug={slug} />
    );
  return (
    <SideDrawer open={open} title={t('proposal.rebaseTitle', { version: p.rule.version })} beside onClose={onClose}>
      <Stack gap="md">
        {clashes.length === 0 ? <RefusalOf error={rebase.error} /> : <Text>{t('proposal.rebaseText')}</Text>}
        {clashes.map((clash) => (
          <Radio.Group
            key={clash.block}
            value={choices[clash.block] ?? ''}
            onChange={(value) => setChoices({ ...choices, [clash.block]: value === 'mine' ? 'mine' : 'theirs' })}
          >
            <Stack gap="xs">
              <Radio value="mine" label={t('proposal.mine')} />
              {text(clash.mine)}
              <Radio value="theirs" label={t('proposal.theirs')} />
              {text(clash.theirs)}
            </Stack>
          </Radio.Group>
        ))}
        <Button
          variant="filled"
          loading={rebase.isPending}
          disabled={clashes.some((clash) => choices[clash.block] === undefined)}
          onClick={() => rebase.mutate(choices)}
        >
          {t('proposal.rebase')}
        </Button>
      </Stack>
    </SideDrawer>
  );
}

/** The clashes that a refusal of the server carries; see core/rebase.ts. */
function clashesOf(error: Error | null): readonly Clash[] {
  if (!(error instanceof Refused) || error.problem.code !== 'base-overtaken') return [];
  const { extra } = error.problem;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server's own refusal, in the shape of its `Clash`
  return (extra as { clashes?: readonly Clash[] } | undefined)?.clashes ?? [];
}
