import { Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCircle, IconEyeOff, IconLockOpen, IconSignature, type TablerIcon } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import { useMember } from '../../shell/member.ts';
import { type Cell, cellOf, type Choices, type Composer, type Grant } from './composer.ts';
import classes from './composer-grid.module.css';

interface ComposerGridProps {
  readonly composer: Composer;
  readonly chosen: readonly Composer['customers'][number][];
  readonly choices: Choices;
  readonly waiting: readonly Grant[];
  /** The customer whose document is shown beside. */
  readonly shown: string;
  readonly onShow: (customer: string) => void;
  readonly onToggle: (block: string, customer: string) => void;
  readonly onGrant: (block: string, customer: string) => void;
  readonly onSecond: (grant: Grant) => void;
}

/** Blocks by customers. Arrows move over the cells; Enter or Space gives or withholds; on an ungranted secret it opens the grant. */
export function ComposerGrid(props: ComposerGridProps) {
  const { composer, chosen, choices, waiting, shown, onShow } = props;
  const { t } = useTranslation('transmissions');
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, composer.blocks.length - 1);
  const column = Math.min(at.column, chosen.length - 1);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = `[data-cell="${row + step[0]}-${column + step[1]}"]`;
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(next)?.focus();
  };
  return (
    <div>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label={t('compose.blocks')}>
          <thead>
            <tr>
              <th scope="col">{t('compose.block')}</th>
              {chosen.map((customer) => (
                <th key={customer.id} scope="col">
                  <UnstyledButton
                    className={classes.customer}
                    aria-pressed={customer.id === shown}
                    onClick={() => onShow(customer.id)}
                  >
                    {customer.name}
                  </UnstyledButton>
                  <Text size="xs" c="dimmed" fw={400}>
                    <Last customer={customer} />
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {composer.blocks.map((block, y) => (
              <tr key={block.id}>
                <th scope="row" data-heading={block.kind === 'heading' || undefined}>
                  <span className={classes.block}>
                    <span className={classes.number}>{y + 1}</span>
                    <span className={classes.text} lang={composer.rule.language}>
                      {block.text}
                    </span>
                    {block.secret ? (
                      <span className={classes.secret}>
                        <Icon of={IconEyeOff} size={14} />
                        {t('compose.secret')}
                      </span>
                    ) : null}
                  </span>
                </th>
                {chosen.map((customer, x) => (
                  <td key={customer.id}>
                    <CellButton
                      {...props}
                      block={block}
                      customer={customer}
                      number={y + 1}
                      cell={cellOf(composer, choices, waiting, block, customer.id)}
                      place={`${y}-${x}`}
                      reachable={y === row && x === column}
                      onReach={() => setAt({ row: y, column: x })}
                      onKey={move}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="xs" c="dimmed" mt="xs" visibleFrom="sm">
        {t('compose.keys')}
      </Text>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Last({ customer }: { readonly customer: Composer['customers'][number] }) {
  const { t } = useTranslation('transmissions');
  const { last } = customer;
  if (last === null) return t('compose.lastNone');
  return t(last.acknowledged ? 'compose.lastAcknowledged' : 'compose.lastWaiting', { version: last.version ?? '' });
}

interface CellButtonProps extends ComposerGridProps {
  readonly block: Composer['blocks'][number];
  readonly customer: Composer['customers'][number];
  readonly number: number;
  readonly cell: Cell;
  readonly place: string;
  readonly reachable: boolean;
  readonly onReach: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

function CellButton(props: CellButtonProps) {
  const { block, customer, number, cell, waiting } = props;
  const { t } = useTranslation('transmissions');
  const { has } = useMember();
  const grant = waiting.find((one) => one.block.id === block.id && one.customer.id === customer.id);
  const stuck = cell.kind !== 'withheld' || cell.can || has('quality-manager') ? null : t('compose.secretOfQuality');
  const why = stuck ?? (grant?.mine ? t('grants.secondMine') : null);
  const press = () => {
    if (why !== null) return;
    if (cell.kind !== 'withheld' || cell.can) props.onToggle(block.id, customer.id);
    else if (grant === undefined) props.onGrant(block.id, customer.id);
    else props.onSecond(grant);
  };
  const look = looks[cell.kind === 'withheld' && cell.waits ? 'waits' : cell.kind];
  const word = cell.kind === 'granted' ? cell.agreement : t(`compose.${look.word}`);
  return (
    <Tooltip label={why ?? ''} disabled={why === null}>
      <UnstyledButton
        className={classes.cell}
        data-kind={cell.kind}
        data-cell={props.place}
        tabIndex={props.reachable ? 0 : -1}
        aria-disabled={why !== null || undefined}
        aria-label={t('compose.cell', {
          number,
          customer: customer.name,
          state: cell.kind === 'granted' ? t('grantedUnder', { agreement: cell.agreement }) : word,
        })}
        onFocus={props.onReach}
        onKeyDown={props.onKey}
        onClick={press}
      >
        <Icon of={look.icon} size={16} />
        <span className={classes.word}>{word}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

const looks: Readonly<
  Record<Cell['kind'] | 'waits', { readonly icon: TablerIcon; readonly word: 'open' | 'withheld' | 'waits' }>
> = {
  open: { icon: IconCircle, word: 'open' },
  granted: { icon: IconLockOpen, word: 'open' },
  withheld: { icon: IconEyeOff, word: 'withheld' },
  waits: { icon: IconSignature, word: 'waits' },
};
