import { SegmentedControl, Table } from '@mantine/core';
import { base64 } from '@coprod/ledger';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../use-formats.ts';
import type { Explanation } from './explain-receipt.ts';
import classes from './proof-path.module.css';

/** The way from an entry to the checkpoint that signs it: drawn, or the same as a table. */
export function ProofPath({ of }: { readonly of: Explanation }) {
  const { t } = useTranslation('ledger');
  const { t: frame } = useTranslation();
  const formats = useFormats();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const { index, checkpoint } = of.proof;
  const title = t('path.told', {
    index: formats.number(index),
    count: of.path.length,
    size: formats.number(checkpoint.size),
  });
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span>{title}</span>
        <SegmentedControl
          size="xs"
          aria-label={frame('chart.view')}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: t('path.drawing') },
            { value: 'table', label: t('path.table') },
          ]}
        />
      </figcaption>
      {as === 'chart' ? <Drawing of={of} title={title} /> : <AsTable of={of} title={title} />}
    </figure>
  );
}

interface PartProps {
  readonly of: Explanation;
  readonly title: string;
}

/** Below each other: how far a step stands from the next, and where the columns are. */
const step = 58;
const middle = 180;
const aside = 56;

function Drawing({ of: { proof, leaf, path }, title }: PartProps) {
  const { t } = useTranslation('ledger');
  const covers = useCovers();
  const own = [{ hash: leaf, from: proof.index, to: proof.index + 1 }, ...path.map(({ parent }) => parent)];
  const top = 74;
  const height = top + path.length * step + 28;
  const y = (at: number) => top + (path.length - at) * step;
  return (
    <svg viewBox={`0 0 360 ${height}`} className={classes.drawing} role="img" aria-label={title}>
      <line x1={middle} y1={40} x2={middle} y2={top} className={classes.signs} />
      <rect x={90} y={6} width={180} height={36} rx={6} className={classes.checkpoint} />
      <text x={middle} y={29} textAnchor="middle" className={classes.name}>
        {t('entry.checkpoint')} · {t('entry.checkpointSize', { count: proof.checkpoint.size })}
      </text>
      {path.map(({ side, sibling }, at) => {
        const sign = side === 'left' ? -1 : 1;
        const x = middle + sign * aside;
        const bend = `M${x} ${y(at)} C${x} ${y(at) - step / 2} ${middle} ${y(at) - step / 2} ${middle} ${y(at + 1)}`;
        return (
          <g key={sibling.from}>
            <path d={bend} className={classes.other} />
            <line x1={middle} y1={y(at)} x2={middle} y2={y(at + 1)} className={classes.own} />
            <circle cx={x} cy={y(at)} r={4} className={classes.sibling} />
            <Label
              x={x + sign * 10}
              y={y(at)}
              end={side === 'left'}
              hash={short(sibling.hash)}
              said={covers(sibling)}
            />
          </g>
        );
      })}
      {own.map((node, at) => {
        // The own name stands where the neighbour does not.
        const end = path[at]?.side === 'right' || (at === path.length && path[at - 1]?.side === 'right');
        const said = at === path.length && at > 0 ? t('path.root') : covers(node);
        return (
          <g key={`${node.from}-${node.to}`}>
            <circle cx={middle} cy={y(at)} r={5} className={classes.node} />
            <Label x={middle + (end ? -12 : 12)} y={y(at)} end={end} hash={short(node.hash)} said={said} strong />
          </g>
        );
      })}
    </svg>
  );
}

interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly end: boolean;
  readonly hash: string;
  readonly said: string;
  readonly strong?: boolean;
}

function Label({ x, y, end, hash, said, strong = false }: LabelProps) {
  return (
    <text x={x} y={y - 2} textAnchor={end ? 'end' : 'start'} className={strong ? classes.strong : classes.label}>
      <tspan className={classes.hash}>{hash}</tspan>
      <tspan x={x} dy={14}>
        {said}
      </tspan>
    </text>
  );
}

function AsTable({ of: { leaf, path, proof }, title }: PartProps) {
  const { t } = useTranslation('ledger');
  const covers = useCovers();
  return (
    <Table aria-label={title} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('path.covers')}</Table.Th>
          <Table.Th>{t('path.met')}</Table.Th>
          <Table.Th>{t('path.gives')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Td>{covers({ from: proof.index, to: proof.index + 1 })}</Table.Td>
          <Table.Td>{t('path.leaf')}</Table.Td>
          <Table.Td className={classes.whole}>{base64(leaf)}</Table.Td>
        </Table.Tr>
        {path.map(({ side, sibling, parent }) => (
          <Table.Tr key={sibling.from}>
            <Table.Td>{covers(parent)}</Table.Td>
            <Table.Td>
              {covers(sibling)}, {t(`path.${side}`)}
              <div className={classes.whole}>{base64(sibling.hash)}</div>
            </Table.Td>
            <Table.Td className={classes.whole}>{base64(parent.hash)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** `entry 5`, `entries 4 to 7`: which entries stand under a node. */
function useCovers(): (node: { readonly from: number; readonly to: number }) => string {
  const { t } = useTranslation('ledger');
  const formats = useFormats();
  return ({ from, to }) =>
    to - from === 1
      ? t('path.entry', { index: formats.number(from) })
      : t('path.entries', { from: formats.number(from), to: formats.number(to - 1) });
}

/** The ends of a hash as it stands in the receipt: enough to find it there. */
function short(hash: Uint8Array): string {
  const text = base64(hash).replace('=', '');
  return `${text.slice(0, 5)}…${text.slice(-4)}`;
}
