import { Button, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api.ts';
import { keyOf } from '../queries.ts';
import { RefusalOf } from './refusal.tsx';
import { SideDrawer } from './side-drawer.tsx';

export interface Colleague {
  readonly membership: string;
  readonly name: string;
}

interface ColleagueDrawerProps {
  readonly organization: string;
  readonly title: string;
  /** The verb on the button. */
  readonly act: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onChoose: (colleague: Colleague) => void;
  readonly onClose: () => void;
}

/** Chooses one colleague: who owns, who is asked. */
export function ColleagueDrawer(props: ColleagueDrawerProps) {
  const { organization, title, act, busy, error, onChoose, onClose } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const people = useQuery({
    queryKey: keyOf(organization, 'members', 'colleagues'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/people', { params: { path: { organization } } })),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const colleague = people.data?.rows.find(({ membership }) => membership === chosen);
    if (colleague !== undefined) onChoose(colleague);
  };
  return (
    <SideDrawer open title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Select
            label={t('colleague')}
            searchable
            required
            withAsterisk={false}
            data-autofocus
            value={chosen}
            onChange={setChosen}
            data={(people.data?.rows ?? []).map((row) => ({
              value: row.membership,
              label: row.team === null ? row.name : `${row.name}, ${row.team}`,
            }))}
          />
          <RefusalOf error={error ?? people.error} />
          <Button type="submit" variant="filled" loading={busy} disabled={chosen === null}>
            {act}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
