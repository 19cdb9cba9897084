import { Alert, Button, Menu, Text } from '@mantine/core';
import { IconDownload, IconPencilPlus, IconVersions } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge, StateBadge } from '../../components/state-badge.tsx';
import { saveFrom } from '../../bytes.ts';
import { Icon } from '../../shell/icon.tsx';
import { ButtonLink, MenuLink, TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { AddClauseDrawer } from './add-clause-drawer.tsx';
import { ClauseTree } from './clause-tree.tsx';
import { EditionDifference } from './edition-difference.tsx';
import { ImportEntry } from './import-entry.tsx';
import { catalogueQuery } from './queries.ts';
import { TotalsInWords } from './totals-in-words.tsx';

const route = getRouteApi('/o/$organization/catalogues/$catalogue');

/** A catalogue: its clauses as a tree, and what this edition changed against the one before. */
export function CataloguePage() {
  const { t } = useTranslation('certification');
  const { slug, side, has } = useMember();
  const formats = useFormats();
  const navigate = useNavigate();
  const { catalogue: id } = route.useParams();
  const { tab } = route.useSearch();
  const { data: catalogue, error, refetch } = useQuery(catalogueQuery(slug, id));
  const [adding, setAdding] = useState(false);
  if (catalogue === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const inside = side === 'organization';
  const writes = inside && has('quality-manager') && catalogue.holds;
  const history = catalogue.imports.map((one, place) => ({
    id: one.id,
    at: one.at,
    text: (
      <ImportEntry
        catalogue={id}
        entry={one}
        undoable={writes && place === catalogue.imports.findIndex(({ takenBackAt }) => takenBackAt === null)}
      />
    ),
  }));
  const importing = (
    <ButtonLink
      variant="filled"
      to="/o/$organization/catalogues/$catalogue/import"
      params={{ organization: slug, catalogue: id }}
    >
      {t('import.act')}
    </ButtonLink>
  );
  return (
    <>
      <ObjectPage
        badges={
          <>
            <StateBadge state={catalogue.holds ? 'inForce' : 'replaced'} />
            <KindBadge>{t('catalogues.kind')}</KindBadge>
          </>
        }
        title={catalogue.name}
        titleLanguage={catalogue.language}
        facts={[
          t('catalogues.editionOf', { edition: catalogue.edition }),
          inside ? (
            <TextLink
              to="/o/$organization/customers/$customer"
              params={{ organization: slug, customer: catalogue.customer.id }}
            >
              {catalogue.customer.name}
            </TextLink>
          ) : (
            catalogue.customer.name
          ),
          t('catalogues.count', { count: catalogue.clauses }),
          ...(catalogue.source === '' ? [] : [catalogue.source]),
          t('catalogues.sinceDay', { day: formats.date(catalogue.madeAt.slice(0, 10)) }),
        ]}
        act={writes ? importing : undefined}
        menu={
          <>
            {writes ? (
              <Menu.Item leftSection={<Icon of={IconPencilPlus} />} onClick={() => setAdding(true)}>
                {t('addClause.act')}
              </Menu.Item>
            ) : null}
            {writes && catalogue.replacedBy === null ? (
              <MenuLink
                leftSection={<Icon of={IconVersions} />}
                to="/o/$organization/catalogues/new"
                params={{ organization: slug }}
                search={{ replaces: id }}
              >
                {t('newCatalogue.edition')}
              </MenuLink>
            ) : null}
            <Menu.Item
              leftSection={<Icon of={IconDownload} />}
              disabled={catalogue.clauses === 0}
              onClick={() =>
                void saveFrom(
                  `/api/organizations/${slug}/catalogues/${id}/requirements.csv`,
                  `${catalogue.name} ${catalogue.edition}.csv`,
                )
              }
            >
              {t('catalogues.export')}
            </Menu.Item>
          </>
        }
        notice={
          <>
            {catalogue.holds && catalogue.totals !== null && catalogue.clauses > 0 ? (
              <TotalsInWords totals={catalogue.totals} of={{ catalogue: id }} />
            ) : null}
            {catalogue.replacedBy === null ? null : (
              <Alert color="gray">
                {t(catalogue.holds ? 'catalogues.willBeReplaced' : 'catalogues.wasReplaced', {
                  edition: catalogue.replacedBy.edition,
                })}{' '}
                <TextLink
                  to="/o/$organization/catalogues/$catalogue"
                  params={{ organization: slug, catalogue: catalogue.replacedBy.id }}
                >
                  {t('catalogues.openEdition', { edition: catalogue.replacedBy.edition })}
                </TextLink>
              </Alert>
            )}
          </>
        }
        history={history}
        tab={tab}
        onTab={(next) => void navigate({ to: '.', search: next === undefined ? {} : { tab: next }, replace: true })}
        tabs={[
          {
            key: 'clauses',
            label: t('catalogues.clauses'),
            count: formats.number(catalogue.clauses),
            content:
              catalogue.clauses === 0 ? (
                <>
                  <Text fw={550}>{t('catalogues.empty')}</Text>
                  <Text c="dimmed" mb="md">
                    {inside ? t('catalogues.emptyNext') : t('requirements.emptyOwnNext')}
                  </Text>
                  {writes ? <Button onClick={() => setAdding(true)}>{t('addClause.act')}</Button> : null}
                </>
              ) : (
                <ClauseTree catalogue={catalogue} />
              ),
          },
          ...(catalogue.replaces === null
            ? []
            : [
                {
                  key: 'difference',
                  label: t('difference.tab', { edition: catalogue.replaces.edition }),
                  content: <EditionDifference catalogue={catalogue} />,
                },
              ]),
        ]}
      />
      {adding ? <AddClauseDrawer catalogue={catalogue} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
