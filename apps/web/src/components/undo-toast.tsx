import { Button, Group, Progress, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long an act can be taken back from the toast, in milliseconds; afterwards it can be from the history. */
const grace = 10_000;

/**
 * Says what was done and offers to take it back for 10 s. Nothing asks before: only signatures do.
 *
 *     offerUndo({ done: t('moved', { name }), undo: () => move.mutateAsync(before) });
 */
export function offerUndo({ done, undo }: { readonly done: string; readonly undo: () => Promise<unknown> }): void {
  const id = notifications.show({
    autoClose: grace,
    withBorder: true,
    closeButtonProps: { 'aria-label': t('close') },
    message: <UndoToast done={done} undo={undo} onUndone={() => notifications.hide(id)} />,
  });
}

interface UndoToastProps {
  readonly done: string;
  readonly undo: () => Promise<unknown>;
  readonly onUndone: () => void;
}

function UndoToast({ done, undo, onUndone }: UndoToastProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(grace / 1000);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);

  async function takeBack() {
    setBusy(true);
    try {
      await undo();
      notifications.show({ message: t('undo.undone'), closeButtonProps: { 'aria-label': t('close') } });
      onUndone();
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Text>{done}</Text>
        <Button size="compact-sm" loading={busy} onClick={() => void takeBack()}>
          {t('undo.act')}
        </Button>
      </Group>
      <Progress
        mt="xs"
        size={3}
        value={(left * 1000 * 100) / grace}
        aria-label={t('undo.seconds', { count: left })}
        transitionDuration={0}
      />
    </>
  );
}
