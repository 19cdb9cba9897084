import { Text, Title } from '@mantine/core';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import type { Grant } from './composer.ts';
import { GrantBadge } from './grant-state.tsx';
import classes from './held-grants.module.css';

interface HeldGrantsProps {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly Grant[];
  readonly name: (row: Grant) => string;
}

/** Grants as a short list under their own heading. */
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
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <TextLink
                className={classes.name}
                to="/o/$organization/disclosures/$disclosure"
                params={{ organization: slug, disclosure: row.id }}
              >
                {name(row)}
              </TextLink>
              <span className={classes.agreement}>{row.agreement}</span>
              <GrantBadge grant={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
