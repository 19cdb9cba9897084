import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../components/refusal.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { useFormats } from '../../use-formats.ts';
import { Folded } from './folded.tsx';
import { type Line, nameOf } from './home-lines.ts';
import { usePutOff } from './use-put-off.ts';
import { addressOfLine } from './waiting-line.tsx';
import classes from './home-page.module.css';

/** What the reader put off, with the day on which it comes back; it can be brought back before. */
export function LaterLines({ later }: { readonly later: readonly { readonly line: Line; readonly until: string }[] }) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const formats = useFormats();
  const put = usePutOff();
  return (
    <Folded title={t('home.putAside')} count={later.length}>
      <RefusalOf error={put.error} />
      <ul className={classes.lines}>
        {later.map(({ line, until }) => (
          <li key={nameOf(line)} className={classes.row}>
            <PathLink className={classes.line} path={addressOfLine(slug, line)}>
              <span className={classes.act}>{t(`home.act.${line.act}`)}</span>
              <span className={classes.what}>{`${line.label} ${line.title}`.trim()}</span>
              <Text span size="sm" c="dimmed">
                {t('home.until', { day: formats.date(until) })}
              </Text>
            </PathLink>
            <span className={classes.tools}>
              <Button size="compact-sm" variant="subtle" onClick={() => put.mutate({ line, until: null })}>
                {t('home.bringBack')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}
