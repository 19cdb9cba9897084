import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { SignDrawer } from '../../../components/sign-drawer.tsx';
import { Refused } from '../../../problem.ts';
import { keyOf } from '../../../queries.ts';
import { useMember } from '../../../shell/member.ts';
import type { PlanRow } from './queries.ts';

interface AdoptDrawerProps {
  readonly plan: Pick<PlanRow, 'id' | 'number'>;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The planner signs that a draft comes into force, beside the board on which it can be read. */
export function AdoptDrawer({ plan, open, onClose }: AdoptDrawerProps) {
  const { t } = useTranslation('plan');
  const frame = useTranslation().t;
  const member = useMember();
  const { slug } = member;
  const client = useQueryClient();
  const navigate = useNavigate();
  const organization = member.organization.name;
  const meaning = t('adopt.meaning', { organization });
  const adopt = useMutation({
    mutationFn: (password: string) =>
      ask(
        api.POST('/api/organizations/{organization}/plans/{plan}/adopt', {
          params: { path: { organization: slug, plan: plan.id } },
          body: { meaning, credential: { password } },
        }),
      ),
    onSuccess: async () => {
      onClose();
      notifications.show({ message: t('adopt.done'), closeButtonProps: { 'aria-label': frame('close') } });
      await navigate({ to: '/o/$organization/plan', params: { organization: slug } });
      for (const kind of ['plan', 'promise', 'waiting']) void client.invalidateQueries({ queryKey: keyOf(slug, kind) });
    },
  });
  return (
    <SignDrawer
      open={open}
      title={t('adopt.title')}
      what={t('adopt.what', { number: plan.number })}
      inWhoseName={t('adopt.name', { person: member.name, organization })}
      meaning={meaning}
      busy={adopt.isPending}
      problem={adopt.error instanceof Refused ? adopt.error.problem : null}
      onSign={(credential) => adopt.mutate(credential.kind === 'password' ? credential.password : '')}
      onClose={onClose}
    />
  );
}
