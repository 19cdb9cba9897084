import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ChannelMark } from '../src/components/channel-mark.tsx';
import { WordsLine } from '../src/components/customer-words.tsx';
import { useListSearch } from '../src/components/list-search.ts';
import { type Column, ObjectList } from '../src/components/object-list.tsx';
import type { State } from '../src/components/state.ts';
import { StateBadge } from '../src/components/state-badge.tsx';
import { useFormats } from '../src/use-formats.ts';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly state: State;
  readonly objections: number;
  readonly due: string;
}

const titles = [
  'Call before coming',
  'Two keys for the shed',
  'Overtime on Saturdays, with a bound',
  'Rinse drums twice',
  'Evening slots',
];
const states: readonly State[] = ['open', 'draft', 'overtaken', 'late', 'decided'];

/** Made-up proposals. */
const rows: readonly Row[] = Array.from({ length: 3000 }, (_, place) => ({
  id: `p-${place}`,
  label: `P-${130 - place}`,
  title: titles[place % titles.length] ?? '',
  state: states[place % states.length] ?? 'open',
  objections: place % 3,
  due: Temporal.PlainDate.from('2026-11-28').add({ days: place }).toString(),
}));

/** A list long enough that only what is on the screen is drawn. */
export function LongListExample() {
  return <ListExample of={3000} />;
}

export function ListExample({ of = 24 }: { readonly of?: number }) {
  const formats = useFormats();
  const [search, onSearch] = useListSearch();
  const [handed, setHanded] = useState('');
  const shown = useMemo(
    () => rows.slice(0, of).filter(({ state }) => search['state'] === undefined || state === search['state']),
    [search, of],
  );
  const columns: readonly Column<Row>[] = [
    { key: 'title', label: 'Title', render: ({ title }) => title, plain: ({ title }) => title, sortable: true },
    { key: 'label', label: 'Number', render: ({ label }) => label, width: '7rem', card: 'none' },
    { key: 'state', label: 'State', render: ({ state }) => <StateBadge state={state} />, width: '10rem' },
    {
      key: 'words',
      label: 'Words',
      render: () => <WordsLine words="I took the whole day off and he came at five." language="en" />,
      width: '24rem',
    },
    { key: 'channel', label: 'Channel', render: () => <ChannelMark channel="voice" />, width: '8rem', card: 'none' },
    {
      key: 'objections',
      label: 'Objections',
      render: ({ objections }) => formats.number(objections),
      numeric: true,
      width: '7rem',
      card: 'none',
    },
    {
      key: 'due',
      label: 'Term',
      render: ({ due }) => formats.date(due),
      plain: ({ due }) => due,
      sortable: true,
      width: '8rem',
    },
  ];
  return (
    <ObjectList
      name="example"
      title="Proposals"
      columns={columns}
      rows={shown}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      addressOf={({ id }) => `/o/ostrelle/proposals/${id}`}
      search={search}
      onSearch={onSearch}
      findable
      filters={[
        {
          key: 'state',
          label: 'State',
          options: [
            { value: 'open', label: 'Open' },
            { value: 'draft', label: 'Draft' },
            { value: 'gap', label: 'Gap' },
          ],
        },
        { key: 'customer', label: 'Customer', options: [{ value: 'norvik', label: 'Norvik Automobiles' }] },
      ]}
      bulk={[{ name: 'Assign', run: (keys) => setHanded(keys.join(' ')) }]}
      peek={lookAt}
      act={<Button variant="filled">Propose a change</Button>}
      onCreate={() => setHanded('created')}
      empty={<Text>{handed}</Text>}
      problem={handed === '' ? null : <output data-handed>{handed}</output>}
    />
  );
}

function lookAt({ title }: Row) {
  return (
    <>
      <Text fw={550}>{title}</Text>
      <Text c="dimmed">A look beside the list.</Text>
    </>
  );
}
