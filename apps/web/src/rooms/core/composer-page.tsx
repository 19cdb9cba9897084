import { Button, Group, MultiSelect, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ButtonLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { type Choices, type Composer, type Grant, toggled } from './composer.ts';
import { ComposerGrid } from './composer-grid.tsx';
import { ComposerPreview, ShownCustomer } from './composer-preview.tsx';
import { Conflicts } from './conflicts.tsx';
import { GrantDrawer } from './grant-drawer.tsx';
import { ruleQuery } from './queries.ts';
import { SecondDrawer } from './sign-grant-drawers.tsx';
import { composerQuery, grantsQuery } from './transmission-queries.ts';
import { TransmitDrawer } from './transmit-drawer.tsx';
import { usePrepared } from './use-prepared.ts';
import classes from './composer-page.module.css';

const route = getRouteApi('/o/$organization/rules/$rule/transmit');

/** Which customer gets which block of a rule, what each will read, and the signature under it. */
export function ComposerPage() {
  const { rule: id } = route.useParams();
  const { slug, has } = useMember();
  // A new version makes what stands here old: its number is part of what is asked.
  const rule = useQuery(ruleQuery(slug, id, undefined));
  const version = rule.data?.current;
  const composer = useQuery({ ...composerQuery(slug, id, version ?? 0), enabled: version !== undefined });
  const grants = useQuery({ ...grantsQuery(slug), enabled: has('quality-manager', 'administrator') });
  const error = rule.error ?? composer.error;
  if (composer.data === undefined)
    return <RefusalOf error={error} onRetry={() => void (rule.data === undefined ? rule : composer).refetch()} />;
  const waiting = grants.data?.rows.filter((grant) => grant.waits && grant.rule.id === id) ?? [];
  return <ComposerOf key={id} composer={composer.data} waiting={waiting} />;
}

function ComposerOf({ composer, waiting }: { readonly composer: Composer; readonly waiting: readonly Grant[] }) {
  const { t } = useTranslation('transmissions');
  const { slug } = useMember();
  const navigate = useNavigate();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const search = route.useSearch();
  const [choices, setChoices] = useState<Choices>({});
  const [dueOn, setDueOn] = useState(composer.dueOn);
  const [signing, setSigning] = useState(false);
  const [granting, setGranting] = useState<{ readonly block: string; readonly customer: string }>();
  const [seconding, setSeconding] = useState<Grant>();
  const { rule, customers } = composer;
  const ids = search.to?.split(',') ?? [];
  const chosen = customers.filter(({ id }) => ids.includes(id));
  const shown = chosen.find(({ id }) => id === search.as) ?? chosen[0];
  const behind = customers.filter(
    ({ id, last }) => !ids.includes(id) && last !== null && (last.version ?? 0) < rule.version,
  );
  const choose = (to: readonly string[], as = search.as) =>
    void navigate({
      to: '.',
      search: { ...(to.length === 0 ? {} : { to: to.join(',') }), ...(as === undefined ? {} : { as }) },
      replace: true,
      resetScroll: false,
    });
  const prepared = usePrepared(slug, composer, chosen, choices);
  const press = (block: string, customer: string) => setChoices(toggled(choices, block, customer));
  if (customers.length === 0) return <NoCustomers slug={slug} />;
  return (
    <>
      <ObjectPage
        badges={<StateBadge state="inForce" />}
        label={rule.label}
        title={t('compose.title', { label: rule.label, version: rule.version })}
        facts={[
          <TextLink
            key="rule"
            to="/o/$organization/rules/$rule"
            params={{ organization: slug, rule: rule.id }}
            lang={rule.language}
          >
            {rule.title}
          </TextLink>,
        ]}
        act={
          <Button
            variant="filled"
            disabled={prepared.documents === undefined}
            title={
              prepared.documents === undefined ? t(shown === undefined ? 'compose.none' : 'compose.preparing') : ''
            }
            onClick={() => setSigning(true)}
          >
            {t('compose.sign')}
          </Button>
        }
      >
        <div className={classes.columns}>
          <div className={classes.choices}>
            <MultiSelect
              label={t('compose.to')}
              description={t('compose.toHelp')}
              data={customers.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen.map(({ id }) => id)}
              onChange={(to) => choose(to)}
              searchable
              clearable
              hidePickedOptions
              limit={100}
            />
            {behind.length === 0 ? null : (
              <Button className={classes.behind} onClick={() => choose([...ids, ...behind.map(({ id }) => id)])}>
                {t('compose.behind', { count: behind.length })}
              </Button>
            )}
            {shown === undefined ? null : (
              <>
                {phone ? <ShownCustomer chosen={chosen} shown={shown.id} onShow={(as) => choose(ids, as)} /> : null}
                <ComposerGrid
                  composer={composer}
                  chosen={phone ? [shown] : chosen}
                  choices={choices}
                  waiting={waiting}
                  shown={shown.id}
                  onShow={(as) => choose(ids, as)}
                  onToggle={press}
                  onGrant={(block, customer) => setGranting({ block, customer })}
                  onSecond={setSeconding}
                />
                <Conflicts composer={composer} chosen={chosen} waiting={waiting} onSecond={setSeconding} />
                <TextInput
                  className={classes.due}
                  type="date"
                  label={t('compose.due')}
                  required
                  withAsterisk={false}
                  min={Temporal.Now.plainDateISO().toString()}
                  value={dueOn}
                  onChange={(event) => setDueOn(event.currentTarget.value)}
                />
              </>
            )}
          </div>
          <ComposerPreview
            composer={composer}
            chosen={chosen}
            shown={shown}
            prepared={prepared}
            slug={slug}
            phone={phone}
            onShow={(as) => choose(ids, as)}
          />
        </div>
      </ObjectPage>
      <TransmitDrawer
        open={signing}
        composer={composer}
        documents={prepared.documents ?? []}
        dueOn={dueOn}
        onClose={() => setSigning(false)}
      />
      {granting === undefined ? null : (
        <GrantDrawer
          composer={composer}
          block={granting.block}
          customer={granting.customer}
          onClose={() => setGranting(undefined)}
        />
      )}
      {seconding === undefined ? null : <SecondDrawer grant={seconding} onClose={() => setSeconding(undefined)} />}
    </>
  );
}

function NoCustomers({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('transmissions');
  return (
    <ObjectPage badges={null} title={t('compose.act')}>
      <Text fw={550}>{t('compose.noCustomers')}</Text>
      <Text c="dimmed">{t('compose.noCustomersNext')}</Text>
      <Group mt="md">
        <ButtonLink variant="filled" to="/o/$organization/customers" params={{ organization: slug }}>
          {t('compose.toCustomers')}
        </ButtonLink>
      </Group>
    </ObjectPage>
  );
}
