import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { keyOf } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { ReleaseLine } from './queries.ts';
import { RuleChip } from './rule-chip.tsx';

interface Offered {
  readonly on: string;
  readonly quantity: number;
}

interface ReplyDrawerProps {
  readonly open: boolean;
  readonly line: ReleaseLine;
  readonly onClose: () => void;
}

/** The planner's answer to a call-off beyond the rule: accept, refuse, or offer other amounts and days. */
export function ReplyDrawer({ open, line, onClose }: ReplyDrawerProps) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const beyond = line.weeks.filter((week) => week.verdict?.kind === 'outside');
  const [kind, setKind] = useState<'offer' | 'accept' | 'refuse'>('offer');
  const [words, setWords] = useState('');
  const [lines, setLines] = useState<readonly Offered[]>(beyond.map((w) => ({ on: w.from, quantity: w.was ?? 0 })));
  const change = (place: number, to: Partial<Offered>): void =>
    setLines(lines.map((line_, index) => (index === place ? { ...line_, ...to } : line_)));
  const reply = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/interventions/{intervention}/reply', {
          params: { path: { organization: slug, intervention: line.intervention?.id ?? '' } },
          body: kind === 'offer' ? { kind, words, lines: [...lines] } : { kind, words },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await Promise.all(
        ['release', 'intervention', 'promise', 'waiting'].map((subject) =>
          client.invalidateQueries({ queryKey: keyOf(slug, subject) }),
        ),
      );
    },
  });
  return (
    <SideDrawer open={open} title={t('reply.title', { item: line.item })} beside onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reply.mutate();
        }}
      >
        <Stack gap="md">
          {beyond.map((week) => (
            <Text key={week.from}>
              {t('reply.asked', {
                asked: formats.number(week.asked),
                was: formats.number(week.was ?? 0),
                week: formats.week(week.from),
              })}{' '}
              {week.verdict?.rule && week.verdict.by ? (
                <RuleChip rule={week.verdict.rule} by={week.verdict.by} />
              ) : null}
            </Text>
          ))}
          <SegmentedControl
            aria-label={t('reply.how')}
            value={kind}
            onChange={setKind}
            data={[
              { value: 'offer', label: t('reply.offer') },
              { value: 'accept', label: t('reply.accept') },
              { value: 'refuse', label: t('reply.refuse') },
            ]}
          />
          {kind === 'offer' ? (
            <Stack gap="xs">
              {lines.map((offered, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a line has no identity but its place
                <Group key={place} gap="xs" align="end" wrap="nowrap">
                  <TextInput
                    type="date"
                    label={t('reply.on')}
                    required
                    value={offered.on}
                    onChange={(event) => change(place, { on: event.currentTarget.value })}
                  />
                  <NumberInput
                    label={t('reply.quantity')}
                    required
                    min={0}
                    value={offered.quantity}
                    onChange={(value) => change(place, { quantity: Number(value) })}
                  />
                  <ActionIcon
                    variant="default"
                    size={36}
                    aria-label={t('reply.remove')}
                    disabled={lines.length === 1}
                    onClick={() => setLines(lines.filter((_, index) => index !== place))}
                  >
                    <Icon of={IconX} />
                  </ActionIcon>
                </Group>
              ))}
              <Button
                variant="default"
                onClick={() => setLines([...lines, { on: nextDay(lines.at(-1)?.on), quantity: 0 }])}
              >
                {t('reply.another')}
              </Button>
            </Stack>
          ) : null}
          <Textarea
            label={t('reply.words')}
            description={t(`reply.help.${kind}`)}
            autosize
            minRows={3}
            required
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <RefusalOf error={reply.error} />
          <Button type="submit" variant="filled" loading={reply.isPending}>
            {t(`reply.${kind}`)}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}

const nextDay = (day: string | undefined): string =>
  (day === undefined || day === '' ? Temporal.Now.plainDateISO() : Temporal.PlainDate.from(day))
    .add({ days: 1 })
    .toString();
