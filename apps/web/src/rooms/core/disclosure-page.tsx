import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge } from '../../components/state-badge.tsx';
import { TextLink } from '../../shell/link.tsx';
import { rootRoute } from '../../shell/root-route.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { Grant } from './composer.ts';
import { GrantBadge, holds } from './grant-state.tsx';
import { HeldGrants } from './held-grants.tsx';
import { RevokeDrawer, SecondDrawer } from './sign-grant-drawers.tsx';
import { grantsQuery } from './transmission-queries.ts';

const route = getRouteApi('/o/$organization/disclosures/$disclosure');

/** One grant: the block and the agreement, what the customer holds in all, and which rivals hold the same block. */
export function DisclosurePage() {
  const { disclosure: id } = route.useParams();
  const { slug } = useMember();
  const { data, error, refetch } = useQuery(grantsQuery(slug));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const grant = data.rows.find((row) => row.id === id);
  if (grant === undefined) throw notFound({ routeId: rootRoute.id });
  return <GrantOf key={id} grant={grant} all={data.rows} />;
}

function GrantOf({ grant, all }: { readonly grant: Grant; readonly all: readonly Grant[] }) {
  const { t } = useTranslation('transmissions');
  const { slug, has } = useMember();
  const formats = useFormats();
  const [act, setAct] = useState<'second' | 'revoke'>();
  const close = () => setAct(undefined);
  const day = (at: string) => formats.date(at.slice(0, 10));
  const mayAct = has('quality-manager') && grant.revokedAt === null;
  const rivals = formats.list(grant.rivals);
  return (
    <>
      <ObjectPage
        badges={
          <>
            <GrantBadge grant={grant} />
            {grant.customer.conflictClass === null ? null : (
              <KindBadge>{`${t('grants.conflictClass')} ${grant.customer.conflictClass}`}</KindBadge>
            )}
          </>
        }
        label={grant.rule.label}
        title={t('grants.pageTitle', { label: grant.rule.label, customer: grant.customer.name })}
        facts={[
          <TextLink
            key="customer"
            to="/o/$organization/customers/$customer"
            params={{ organization: slug, customer: grant.customer.id }}
          >
            {grant.customer.name}
          </TextLink>,
          <TextLink key="rule" to="/o/$organization/rules/$rule" params={{ organization: slug, rule: grant.rule.id }}>
            {`${grant.rule.label} ${grant.rule.title}`}
          </TextLink>,
          `${t('grants.agreement')} ${grant.agreement}`,
          t('grants.sinceDay', { day: day(grant.grantedAt) }),
          grant.until === null ? t('grants.untilFurther') : t('grants.untilDay', { day: formats.date(grant.until) }),
          t('grants.grantedBy', { name: grant.grantedBy }),
          ...(grant.secondBy === null ? [] : [t('grants.second', { name: grant.secondBy })]),
        ]}
        act={
          mayAct ? (
            <>
              <Button onClick={() => setAct('revoke')}>{t('grants.revoke')}</Button>
              {grant.waits && !grant.mine ? (
                <Button variant="filled" onClick={() => setAct('second')}>
                  {t('grants.secondAct')}
                </Button>
              ) : null}
            </>
          ) : undefined
        }
        notice={
          grant.waits ? (
            <Alert color="amber">
              {t('grants.waitsNotice', { count: grant.rivals.length, customer: grant.customer.name, rivals })}{' '}
              {grant.mine ? t('grants.secondMine') : null}
            </Alert>
          ) : undefined
        }
        history={[
          ...(grant.revokedAt === null
            ? []
            : [{ id: 'revoked', at: grant.revokedAt, text: t('grants.history.revoked') }]),
          {
            id: 'granted',
            at: grant.grantedAt,
            text: t('grants.history.granted', { name: grant.grantedBy, agreement: grant.agreement }),
          },
        ]}
      >
        <Stack gap="xl" maw={820}>
          <section aria-labelledby="begins">
            <Title order={2} size="h4" id="begins">
              {t('grants.text')}
            </Title>
            <Text mt="xs">{grant.block.text}</Text>
          </section>
          <HeldGrants
            title={t('grants.holds', { customer: grant.customer.name })}
            empty={t('grants.holdsNothing')}
            rows={all.filter((row) => row.customer.id === grant.customer.id && holds(row))}
            name={(row) => `${row.rule.label} ${row.block.text}`}
          />
          <HeldGrants
            title={t('grants.shared')}
            empty={t('grants.sharedNone')}
            rows={all.filter(
              (row) => row.block.id === grant.block.id && grant.rivals.includes(row.customer.name) && holds(row),
            )}
            name={(row) => row.customer.name}
          />
        </Stack>
      </ObjectPage>
      {act === 'second' ? <SecondDrawer grant={grant} onClose={close} /> : null}
      {act === 'revoke' ? <RevokeDrawer grant={grant} onClose={close} /> : null}
    </>
  );
}
