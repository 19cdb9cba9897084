import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import type { Requirement } from './queries.ts';
import classes from './certification.module.css';

/** The documents in the customer's hands in which he can read the answer to a clause; the same for both sides. */
export function ReceivedDocuments({ requirement }: { readonly requirement: Requirement }) {
  const { t } = useTranslation('certification');
  const { slug, side } = useMember();
  const own = side === 'customer';
  return (
    <section className={classes.section} aria-labelledby="received">
      <h2 id="received">
        {own ? t('requirement.received') : t('requirement.receivedBy', { customer: requirement.customer.name })}
      </h2>
      {requirement.received.length === 0 ? (
        <Text c="dimmed">{own ? t('requirement.nothingReceived') : t('requirement.nothingSent')}</Text>
      ) : null}
      <ul className={classes.lines}>
        {requirement.received.map((one) => (
          <li key={one.id}>
            <div>
              <PathLink className={classes.link} path={pathOfSubject(slug, { kind: 'transmission', id: one.id })}>
                {`T-${one.number} ${one.title}${one.version === null ? '' : ` v${one.version}`}`}
              </PathLink>
              <Text size="sm" c="dimmed">
                <Moment at={one.sentAt} plain />
              </Text>
            </div>
            <StateBadge state={one.acknowledgedAt === null ? 'sent' : 'acknowledged'} />
          </li>
        ))}
      </ul>
    </section>
  );
}
