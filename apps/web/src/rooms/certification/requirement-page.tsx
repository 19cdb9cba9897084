import { Button, Menu, Text } from '@mantine/core';
import { IconBan, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerWords } from '../../components/customer-words.tsx';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { AnsweringBlocks } from './answering-blocks.tsx';
import { AssignDrawer, NotApplicableDrawer } from './judge-drawers.tsx';
import { LinkBlockDrawer } from './link-block-drawer.tsx';
import { useJudge } from './judging.ts';
import { type Requirement, requirementQuery } from './queries.ts';
import { ReceivedDocuments } from './received-documents.tsx';
import { RequirementStateBadge } from './requirement-state.tsx';
import { WriteProcedureDrawer } from './write-procedure-drawer.tsx';
import classes from './certification.module.css';

const route = getRouteApi('/o/$organization/requirements/$requirement');
type Open = 'link' | 'write' | 'judge' | 'assign';

/** A clause in the customer's words: what answers it, what he holds of it, what it said before. */
export function RequirementPage() {
  const { slug } = useMember();
  const { requirement } = route.useParams();
  const { data, error, refetch } = useQuery(requirementQuery(slug, requirement));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  return <RequirementOf key={data.id} requirement={data} />;
}

function RequirementOf({ requirement }: { readonly requirement: Requirement }) {
  const { t } = useTranslation('certification');
  const { slug, side } = useMember();
  const formats = useFormats();
  const [open, setOpen] = useState<Open>();
  const inside = side === 'organization';
  const { customer, catalogue, before } = requirement;
  const close = () => setOpen(undefined);
  const acts = useActsOf(requirement, setOpen);
  return (
    <>
      <ObjectPage
        badges={
          requirement.replacedBy === null && requirement.takenBackAt === null ? (
            <RequirementStateBadge {...requirement} />
          ) : (
            <StateBadge state={requirement.replacedBy === null ? 'withdrawn' : 'replaced'} />
          )
        }
        title={t('requirement.title', { clause: requirement.clause })}
        facts={[
          <TextLink
            key="catalogue"
            to="/o/$organization/catalogues/$catalogue"
            params={{ organization: slug, catalogue: catalogue.id }}
          >{`${catalogue.name}, ${catalogue.edition}`}</TextLink>,
          inside ? (
            <TextLink
              key="customer"
              to="/o/$organization/customers/$customer"
              params={{ organization: slug, customer: customer.id }}
            >
              {customer.name}
            </TextLink>
          ) : (
            customer.name
          ),
          ...(requirement.source === '' ? [] : [requirement.source]),
          ...(inside
            ? [
                requirement.owner === null
                  ? t('requirement.noOwner')
                  : t('requirement.ownedBy', { name: requirement.owner.name }),
              ]
            : []),
          <TextLink
            key="intervention"
            to="/o/$organization/interventions/$intervention"
            params={{ organization: slug, intervention: requirement.intervention }}
          >
            {t('requirement.became')}
          </TextLink>,
        ]}
        margin={<ReceivedDocuments requirement={requirement} />}
        act={acts.filled}
        menu={acts.menu}
        notice={
          requirement.replacedBy === null ? (
            requirement.takenBackAt === null ? null : (
              <Text c="dimmed">{t('requirement.takenBack')}</Text>
            )
          ) : (
            <Text c="dimmed">
              {t('requirement.replaced')}{' '}
              <TextLink
                underline="always"
                to="/o/$organization/requirements/$requirement"
                params={{ organization: slug, requirement: requirement.replacedBy }}
              >
                {t('requirement.toCurrent')}
              </TextLink>
            </Text>
          )
        }
      >
        <CustomerWords
          words={requirement.words}
          language={requirement.language}
          channel="certification"
          customer={customer.name}
          saidOn={requirement.receivedAt.slice(0, 10)}
        />
        {requirement.notApplicableBecause === null ? null : (
          <NotApplicable requirement={requirement} onEdit={() => setOpen('judge')} />
        )}
        {inside ? <AnsweringBlocks requirement={requirement} /> : null}
        {before === null ? null : (
          <section className={classes.section} aria-labelledby="before">
            <h2 id="before">
              {before.edition === catalogue.edition
                ? t('requirement.before', { day: formats.date(before.receivedAt.slice(0, 10)) })
                : t('requirement.beforeEdition', { edition: before.edition })}
            </h2>
            <p className={`${classes.text} ${classes.words}`}>
              <WordDifference
                language={requirement.language}
                parts={before.words.map(({ how, text }) => ({ kind: how, text }))}
              />
            </p>
          </section>
        )}
      </ObjectPage>
      {open === 'link' ? <LinkBlockDrawer requirement={requirement} onClose={close} /> : null}
      {open === 'write' ? <WriteProcedureDrawer rows={[requirement]} onClose={close} /> : null}
      {open === 'judge' ? <NotApplicableDrawer rows={[requirement]} onClose={close} /> : null}
      {open === 'assign' ? <AssignDrawer rows={[requirement]} onClose={close} /> : null}
    </>
  );
}

/** Writing comes first while nothing answers; afterwards another block may be linked. */
function useActsOf(requirement: Requirement, onOpen: (open: Open) => void) {
  const { t } = useTranslation('certification');
  const { side, has } = useMember();
  if (side === 'customer' || requirement.replacedBy !== null || requirement.takenBackAt !== null)
    return { filled: undefined, menu: undefined };
  return {
    filled: (
      <>
        <Button px="sm" onClick={() => onOpen('link')}>
          {t('link.act')}
        </Button>
        <Button px="sm" variant="filled" onClick={() => onOpen('write')}>
          {t('write.act')}
        </Button>
      </>
    ),
    menu: has('quality-manager') ? (
      <>
        <Menu.Item leftSection={<Icon of={IconUser} />} onClick={() => onOpen('assign')}>
          {t('judge.assign')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon of={IconBan} />} onClick={() => onOpen('judge')}>
          {t('judge.notApplicable')}
        </Menu.Item>
      </>
    ) : undefined,
  };
}

function NotApplicable({ requirement, onEdit }: { readonly requirement: Requirement; readonly onEdit: () => void }) {
  const { t } = useTranslation('certification');
  const { has } = useMember();
  const judge = useJudge();
  return (
    <section className={classes.section} aria-labelledby="because">
      <h2 id="because">{t('requirement.because')}</h2>
      <p className={classes.text}>{requirement.notApplicableBecause}</p>
      <RefusalOf error={judge.error} />
      {has('quality-manager') ? (
        <Button.Group mt="sm">
          <Button size="xs" onClick={onEdit}>
            {t('judge.change')}
          </Button>
          <Button
            size="xs"
            loading={judge.isPending}
            onClick={() => judge.mutate({ rows: [requirement], judgement: { notApplicableBecause: null } })}
          >
            {t('judge.applies')}
          </Button>
        </Button.Group>
      ) : null}
    </section>
  );
}
