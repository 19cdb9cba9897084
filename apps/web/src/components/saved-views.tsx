import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import type { Filter } from './list-filters.tsx';
import type { ListSearch } from './list-search.ts';

interface SavedViewsProps {
  readonly name: string;
  readonly filters: readonly Filter[];
  readonly search: ListSearch;
  readonly onSearch: (change: ListSearch) => void;
}

/** Filters and order of a list under a name of one's own, kept on the device. */
export function SavedViews({ name, filters, search, onSearch }: SavedViewsProps) {
  const { t } = useTranslation();
  const [views, keep] = useLocalStorage<Readonly<Record<string, ListSearch>>>({
    key: `coprod.views.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const [open, setOpen] = useState(false);
  const [called, setCalled] = useState('');
  const cleared = Object.fromEntries([
    ...filters.map(({ key }) => [key, undefined]),
    ['sort', undefined],
    ['find', undefined],
  ]);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const { peek: _peek, ...view } = search;
    keep({ ...views, [called.trim()]: view });
    setCalled('');
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon of={IconBookmark} size={16} />}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
        >
          {t('list.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.views')}>
        <Stack gap="sm">
          {Object.keys(views).length === 0 ? <Text c="dimmed">{t('list.noViews')}</Text> : null}
          {Object.entries(views).map(([view, kept]) => (
            <Group key={view} justify="space-between" wrap="nowrap">
              <UnstyledButton
                flex={1}
                mih={28}
                onClick={() => {
                  onSearch({ ...cleared, ...kept });
                  setOpen(false);
                }}
              >
                {view}
              </UnstyledButton>
              <ActionIcon
                aria-label={t('list.removeView', { name: view })}
                onClick={() => keep(Object.fromEntries(Object.entries(views).filter(([each]) => each !== view)))}
              >
                <Icon of={IconX} size={16} />
              </ActionIcon>
            </Group>
          ))}
          <form onSubmit={save}>
            <Group align="flex-end" wrap="nowrap">
              <TextInput
                flex={1}
                size="xs"
                label={t('list.viewName')}
                required
                withAsterisk={false}
                value={called}
                onChange={(event) => setCalled(event.currentTarget.value)}
              />
              <Button type="submit" size="xs">
                {t('list.saveView')}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
