import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../use-formats.ts';
import classes from './news-of-line.module.css';
import type { ReleaseLine } from './queries.ts';

/** What changed in each horizon of an item, and from which week on: near weeks make late news, far ones early news. */
export function NewsOfLine({ line }: { readonly line: ReleaseLine }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  if (line.news.length === 0) return null;
  const most = Math.max(1, ...line.news.map(({ was, asked }) => Math.max(was, asked)));
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t('release.newsTitle')}
      </Title>
      <Table className={classes.table} aria-label={t('release.newsTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('release.horizonHead')}</Table.Th>
            <Table.Th ta="end">{t('release.wasHead')}</Table.Th>
            <Table.Th ta="end">{t('release.nowHead')}</Table.Th>
            <Table.Th className={classes.plot} aria-hidden />
            <Table.Th>{t('release.newsHead')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {line.news.map(({ horizon, was, asked, kind, from }) => (
            <Table.Tr key={horizon}>
              <Table.Th scope="row">{t(`release.horizon.${horizon}`)}</Table.Th>
              <Table.Td ta="end">{formats.number(was)}</Table.Td>
              <Table.Td ta="end">{formats.number(asked)}</Table.Td>
              <Table.Td className={classes.plot} aria-hidden>
                <span className={classes.was} style={{ width: `${(100 * was) / most}%` }} />
                <span className={classes.asked} style={{ width: `${(100 * asked) / most}%` }} />
              </Table.Td>
              <Table.Td>
                <Text span {...(kind === 'same' ? { c: 'dimmed' } : {})}>
                  {from === null
                    ? t(`release.news.${kind}`)
                    : t('release.newsFrom', { news: t(`release.news.${kind}`), week: formats.week(from) })}
                </Text>{' '}
                {asked === was ? null : (
                  <Text span fw={550}>
                    {formats.signed(Math.round((asked - was) * 1000) / 1000)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
