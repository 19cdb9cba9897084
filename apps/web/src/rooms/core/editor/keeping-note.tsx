import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCloudOff, IconHandStop, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shell/icon.tsx';
import { useStore } from '../../../store.ts';
import { useFormats } from '../../../use-formats.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** Where the last words are: kept at a time, on their way, or waiting on this device. */
export function KeepingNote({ keeper }: { readonly keeper: Pick<DraftKeeper<unknown>, 'keeping'> }) {
  const { t } = useTranslation('editor');
  const formats = useFormats();
  const keeping = useStore(keeper.keeping);
  const icon = { kept: IconCircleCheck, writing: IconPencil, unsent: IconCloudOff, refused: IconHandStop }[
    keeping.kind
  ];
  const words =
    keeping.kind !== 'kept'
      ? t(`keeping.${keeping.kind}`)
      : keeping.at === null
        ? t('keeping.all')
        : t('keeping.kept', { time: formats.time(keeping.at) });
  return (
    <Group
      gap={6}
      wrap="nowrap"
      c={keeping.kind === 'unsent' || keeping.kind === 'refused' ? 'var(--mantine-color-text)' : 'dimmed'}
    >
      <Icon of={icon} size={16} />
      <Text component="output" size="sm">
        {words}
      </Text>
    </Group>
  );
}
