import { ActionIcon, Button, Group, SegmentedControl, Select, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarEvent,
  IconWand,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../../../store.ts';
import { Icon } from '../../../../shell/icon.tsx';
import type { ColourBy } from './draw-lots.ts';
import { showing, spanOf, timeAt, type Zoom, zoomed, zoomOf, zoomSpans } from './time-scale.ts';
import type { BoardTime } from './use-board-time.ts';

interface BoardToolbarProps {
  readonly time: BoardTime;
  readonly as: 'board' | 'list';
  readonly onAs: (as: 'board' | 'list') => void;
  readonly colourBy: ColourBy;
  readonly onColourBy: (by: ColourBy) => void;
  /** Absent where nothing can be changed. */
  readonly edits?: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly canSettle: boolean;
    readonly settling: boolean;
    readonly onUndo: () => void;
    readonly onRedo: () => void;
    readonly onSettle: () => void;
  };
}

const zooms = ['month', 'week', 'day', 'hour'] as const;

/** What stands over the board: how it is shown, and undo. */
export function BoardToolbar({ time, as, onAs, colourBy, onColourBy, edits }: BoardToolbarProps) {
  const { t } = useTranslation('plan');
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('board.view')}
          value={as}
          onChange={onAs}
          data={[
            { value: 'board', label: t('board.asBoard') },
            { value: 'list', label: t('board.asList') },
          ]}
        />
        {as === 'board' ? <ZoomChoice time={time} /> : null}
      </Group>
      <Group gap="sm">
        {edits === undefined ? null : (
          <>
            <Tool label={t('board.undo')} keys="Ctrl Z" icon={IconArrowBackUp} can={edits.canUndo} act={edits.onUndo} />
            <Tool
              label={t('board.redo')}
              keys="Ctrl ⇧ Z"
              icon={IconArrowForwardUp}
              can={edits.canRedo}
              act={edits.onRedo}
            />
            <Tooltip label={t('board.settleHint')} multiline w={260}>
              <Button
                size="xs"
                leftSection={<Icon of={IconWand} size={16} />}
                disabled={!edits.canSettle}
                loading={edits.settling}
                onClick={edits.onSettle}
              >
                {t('board.settle')}
              </Button>
            </Tooltip>
          </>
        )}
        {as === 'board' ? (
          <Select
            size="xs"
            w={190}
            aria-label={t('board.colour')}
            value={colourBy}
            allowDeselect={false}
            onChange={(value) => onColourBy(value === 'family' ? 'family' : 'change')}
            data={(['change', 'family'] as const).map((value) => ({
              value,
              label: t(`board.colourBy.${value}`),
            }))}
          />
        ) : null}
      </Group>
    </Group>
  );
}

function ZoomChoice({ time: { view, bounds, now } }: { readonly time: BoardTime }) {
  const { t } = useTranslation('plan');
  const scale = useStore(view);
  const about = (factor: number): void => view.set(zoomed(scale, factor, scale.width / 2, bounds));
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('board.zoom')}
        value={zoomOf(scale)}
        onChange={(zoom: Zoom) => {
          // About the present where it is in the picture, else about its middle.
          const inside = now !== null && now >= scale.from && now <= scale.from + spanOf(scale);
          const middle = inside ? now : timeAt(scale, scale.width / 2);
          const share = inside ? 0.2 : 0.5;
          view.set(showing(scale.width, middle - zoomSpans[zoom] * share, zoomSpans[zoom], bounds));
        }}
        data={zooms.map((zoom) => ({ value: zoom, label: t(`board.zoomTo.${zoom}`) }))}
      />
      <Tool label={t('board.farther')} keys="−" icon={IconZoomOut} can act={() => about(1 / 1.5)} />
      <Tool label={t('board.closer')} keys="+" icon={IconZoomIn} can act={() => about(1.5)} />
      <Tool
        label={t('board.today')}
        keys="T"
        icon={IconCalendarEvent}
        can={now !== null}
        act={() => view.set(showing(scale.width, (now ?? 0) - spanOf(scale) * 0.15, spanOf(scale), bounds))}
      />
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: typeof IconZoomIn;
  readonly can: boolean;
  readonly act: () => void;
}

function Tool({ label, keys, icon, can, act }: ToolProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon variant="default" size={30} aria-label={label} disabled={!can} onClick={act}>
        <Icon of={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
