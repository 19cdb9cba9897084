import { Group, Kbd, Stack, Switch, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SideDrawer } from '../components/side-drawer.tsx';
import { usePreferences } from '../preferences.ts';
import { store, useStore } from '../store.ts';
import { useRooms } from './use-rooms.ts';

export const keysHelpOpen = store(false);

/** All keys, and the switch that puts those of one letter to sleep. */
export function KeysHelp() {
  const { t } = useTranslation();
  const plan = useTranslation('plan').t;
  const rooms = useRooms();
  const open = useStore(keysHelpOpen);
  const [{ keys }, prefer] = usePreferences();
  return (
    <SideDrawer open={open} onClose={() => keysHelpOpen.set(false)} title={t('keys.title')}>
      <Stack gap="lg">
        <Switch
          label={t('keys.on')}
          description={t('keys.onHint')}
          checked={keys}
          onChange={(event) => prefer({ keys: event.currentTarget.checked })}
        />
        <KeyTable
          title={t('keys.everywhere')}
          rows={[
            [t('keys.search'), [['Ctrl K']]],
            [t('keys.help'), [['?']]],
            ...rooms
              .flatMap(({ items }) => items)
              .flatMap(({ name, key }): KeyRow[] => (key === undefined ? [] : [[t(`room.${name}`), [['g', key]]]])),
            [t('keys.create'), [['c']]],
            [t('keys.pages'), [['J'], ['K']]],
            [t('keys.up'), [['u']]],
          ]}
        />
        <KeyTable
          title={t('keys.inLists')}
          rows={[
            [t('keys.filter'), [['/']]],
            [t('keys.next'), [['j'], ['k']]],
            [t('keys.select'), [['x']]],
            [t('keys.open'), [['Enter']]],
            [t('keys.peek'), [['Space']]],
            [t('keys.done'), [['e']]],
            [t('keys.later'), [['h']]],
          ]}
        />
        <KeyTable
          title={t('keys.inTexts')}
          rows={[
            [t('keys.blocks'), [['↑'], ['↓']]],
            [t('keys.changes'), [['n'], ['p']]],
          ]}
        />
        <KeyTable
          title={t('room.plan')}
          rows={[
            [plan('keys.move'), [['Alt ←'], ['Alt →']]],
            [plan('keys.pin'), [['p']]],
            [plan('keys.zoom'), [['+'], ['−']]],
            [plan('board.today'), [['t']]],
            [plan('board.undo'), [['Ctrl Z']]],
          ]}
        />
      </Stack>
    </SideDrawer>
  );
}

/** What it does, and the keys: each inner list is pressed in a row, the outer ones are choices. */
type KeyRow = readonly [string, readonly (readonly string[])[]];

interface KeyTableProps {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

function KeyTable({ title, rows }: KeyTableProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Title order={2} size="sm" mb="xs">
        {title}
      </Title>
      <Table highlightOnHover={false}>
        <Table.Tbody>
          {rows.map(([what, keys]) => (
            <Table.Tr key={what}>
              <Table.Td py={6} pl={0}>
                {what}
              </Table.Td>
              <Table.Td py={6} pr={0}>
                <Group gap={6} justify="flex-end" c="dimmed" fz="xs">
                  {keys.map((row, choice) => (
                    <Group key={row.join(' ')} gap={6}>
                      {choice > 0 ? t('keys.or') : null}
                      {row.map((key, place) => (
                        <Group key={key} gap={6}>
                          {place > 0 ? t('keys.inARow') : null}
                          <Kbd>{key}</Kbd>
                        </Group>
                      ))}
                    </Group>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
