import { ActionIcon, Button, Group, NavLink, Popover, Text, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useFormats } from '../../use-formats.ts';
import { laterDays, type Line } from './home-lines.ts';
import { usePutOff } from './use-put-off.ts';

interface PutOffProps {
  readonly line: Line;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** "Later" needs a day: three at hand, any other in a field. */
export function PutOff({ line, open, onOpen }: PutOffProps) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const [day, setDay] = useState('');
  const put = usePutOff(() => onOpen(false));
  const today = Temporal.Now.plainDateISO();
  const choose = (until: string): void => put.mutate({ line, until });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    choose(day);
  };
  return (
    <Popover opened={open} onChange={onOpen} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t('home.putOff')}
          title={t('home.putOff')}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <Icon of={IconClock} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('home.putOff')}>
        {laterDays(today).map(({ name, day: until }) => (
          <NavLink
            key={name}
            component="button"
            label={t(`home.on.${name}`)}
            rightSection={
              <Text span size="sm" c="dimmed">
                {formats.date(until)}
              </Text>
            }
            disabled={put.isPending}
            onClick={() => choose(until.toString())}
          />
        ))}
        <form onSubmit={submit}>
          <Group p="xs" gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              flex={1}
              type="date"
              label={t('home.on.day')}
              required
              withAsterisk={false}
              min={today.add({ days: 1 }).toString()}
              max={today.add({ days: 366 }).toString()}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
            <Button type="submit" loading={put.isPending}>
              {t('home.on.set')}
            </Button>
          </Group>
        </form>
        <RefusalOf error={put.error} />
      </Popover.Dropdown>
    </Popover>
  );
}
