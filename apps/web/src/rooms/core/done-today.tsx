import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api.gen.ts';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { Folded } from './folded.tsx';
import classes from './home-page.module.css';

type Done =
  paths['/api/organizations/{organization}/done']['get']['responses'][200]['content']['application/json']['lines'][number];

/** What the reader did today; what can be taken back has its button, what was signed or told to a customer stands. */
export function DoneToday() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const { data } = useQuery({
    // Under `waiting`, so that it follows what the live stream says.
    queryKey: keyOf(slug, 'waiting', 'done'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/done', { params: { path: { organization: slug } } })),
  });
  const undo = useMutation({
    mutationFn: (what: NonNullable<Done['undo']>) => takeBack(slug, what),
    onSuccess: () => client.invalidateQueries({ queryKey: [slug] }),
  });
  return (
    <Folded title={t('home.done')} count={data?.lines.length ?? 0}>
      <RefusalOf error={undo.error} />
      <ul className={classes.lines}>
        {data?.lines.map((line) => (
          <li key={`${line.act}${line.subject.id}${line.at}`} className={classes.row}>
            <PathLink className={classes.line} path={pathOfSubject(slug, line.subject)}>
              <span className={classes.act}>{t(`home.did.${line.act}`)}</span>
              <span className={classes.what}>{`${line.label} ${line.title}`.trim()}</span>
              <Text span size="sm" c="dimmed">
                {formats.time(line.at)}
              </Text>
            </PathLink>
            <span className={classes.tools}>
              {line.undo === null ? null : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={undo.isPending && undo.variables.id === line.undo.id}
                  onClick={() => line.undo !== null && undo.mutate(line.undo)}
                >
                  {t('home.takeBack')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

async function takeBack(organization: string, { kind, id }: NonNullable<Done['undo']>): Promise<void> {
  switch (kind) {
    case 'consent':
      await ask(
        api.PUT('/api/organizations/{organization}/proposals/{proposal}/voice', {
          params: { path: { organization, proposal: id } },
          body: { voice: 'silent' },
        }),
      );
      return;
    case 'remark':
      await ask(
        api.POST('/api/organizations/{organization}/remarks/{remark}/withdraw', {
          params: { path: { organization, remark: id } },
        }),
      );
      return;
    case 'reading':
      await ask(
        api.DELETE('/api/organizations/{organization}/rules/{rule}/use/read', {
          params: { path: { organization, rule: id } },
        }),
      );
      return;
    case 'joining':
      await ask(
        api.POST('/api/organizations/{organization}/joinings/{joining}/undoing', {
          params: { path: { organization, joining: id } },
        }),
      );
  }
}
