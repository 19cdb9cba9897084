import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { KindBadge } from '../../components/state-badge.tsx';
import { WordDifference } from '../../components/word-difference.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { type Catalogue, editionDifferenceQuery } from './queries.ts';
import classes from './certification.module.css';

/** What an edition changed, clause by clause and word by word; clauses that stayed are only counted. */
export function EditionDifference({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t } = useTranslation('certification');
  const { t: frame } = useTranslation();
  const { slug } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(editionDifferenceQuery(slug, catalogue.id));
  if (data === undefined)
    return error === null ? (
      <Loader size="sm" aria-label={frame('loading')} />
    ) : (
      <RefusalOf error={error} onRetry={() => void refetch()} />
    );
  const count = (how: 'new' | 'changed' | 'gone'): number => data.rows.filter((row) => row.how === how).length;
  const counts = [
    ...(['changed', 'new', 'gone'] as const)
      .filter((how) => count(how) > 0)
      .map((how) => t(`difference.${how}Count`, { count: count(how) })),
    t('difference.sameCount', { count: data.same }),
  ];
  return (
    <>
      <Text c="dimmed">{formats.list(counts)}</Text>
      <ol className={classes.lines}>
        {data.rows.map((row) => (
          <li key={row.requirement}>
            <div>
              <TextLink
                fw={550}
                to="/o/$organization/requirements/$requirement"
                params={{ organization: slug, requirement: row.requirement }}
              >
                {t('requirement.title', { clause: row.clause })}
              </TextLink>
              <p className={`${classes.text} ${classes.words}`}>
                <WordDifference
                  language={catalogue.language}
                  parts={row.words.map(({ how, text }) => ({ kind: how, text }))}
                />
              </p>
            </div>
            <KindBadge>{t(`difference.${row.how}`)}</KindBadge>
          </li>
        ))}
      </ol>
    </>
  );
}
