import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useMember } from '../../shell/member.ts';
import { useJudge } from './judging.ts';
import { colleaguesQuery, type RequirementRow } from './queries.ts';

interface DrawerProps {
  readonly rows: readonly Pick<RequirementRow, 'id' | 'owner' | 'notApplicableBecause'>[];
  readonly onClose: () => void;
  /** After it was done: a list clears its selection. */
  readonly onDone?: () => void;
}

/** Who answers for these clauses. */
export function AssignDrawer({ rows, onClose, onDone }: DrawerProps) {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  const { data: people } = useQuery(colleaguesQuery(slug));
  const [owner, setOwner] = useState<string | null>(rows.length === 1 ? (rows[0]?.owner?.id ?? null) : null);
  const judge = useJudge();
  return (
    <SideDrawer open title={t('judge.assignTitle', { count: rows.length })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          judge.mutate({ rows, judgement: { owner } }, { onSuccess: () => (onDone ?? onClose)() });
        }}
      >
        <Stack gap="md">
          <Select
            label={t('judge.owner')}
            description={t('judge.ownerHelp')}
            placeholder={t('requirements.nobody')}
            searchable
            clearable
            data-autofocus
            data={(people?.rows ?? []).map((one) => ({ value: one.membership, label: one.name }))}
            value={owner}
            onChange={setOwner}
          />
          <RefusalOf error={judge.error} />
          <Button type="submit" variant="filled" loading={judge.isPending}>
            {t('judge.assign')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** Why these clauses do not apply. */
export function NotApplicableDrawer({ rows, onClose, onDone }: DrawerProps) {
  const { t } = useTranslation('certification');
  const [because, setBecause] = useState(rows.length === 1 ? (rows[0]?.notApplicableBecause ?? '') : '');
  const judge = useJudge();
  return (
    <SideDrawer open title={t('judge.notApplicableTitle', { count: rows.length })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          judge.mutate(
            { rows, judgement: { notApplicableBecause: because.trim() } },
            { onSuccess: () => (onDone ?? onClose)() },
          );
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{t('judge.notApplicableHelp')}</Text>
          <Textarea
            label={t('judge.because')}
            required
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <RefusalOf error={judge.error} />
          <Button type="submit" variant="filled" loading={judge.isPending}>
            {t('judge.say')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
