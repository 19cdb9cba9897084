import { Table, Text, Title } from '@mantine/core';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import type { Grant } from './composer.ts';
import { GrantBadge } from './grant-state.tsx';

interface HeldGrantsProps {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly Grant[];
  readonly name: (row: Grant) => string;
}

/** Grants as a short table under their own heading. */
export function HeldGrants({ title, empty, rows, name }: HeldGrantsProps) {
  const { slug } = useMember();
  return (
    <section aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <Table mt="xs">
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <TextLink
                    lineClamp={1}
                    to="/o/$organization/disclosures/$disclosure"
                    params={{ organization: slug, disclosure: row.id }}
                  >
                    {name(row)}
                  </TextLink>
                </Table.Td>
                <Table.Td>{row.agreement}</Table.Td>
                <Table.Td>
                  <GrantBadge grant={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
