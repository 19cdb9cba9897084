import { useTranslation } from 'react-i18next';
import classes from './channel-mark.module.css';

export type Channel = 'certification' | 'voice' | 'planning';

/** The way by which a customer reached in: a small square and always its name. */
export function ChannelMark({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  return (
    <span className={classes.channel}>
      <span className={classes.square} data-channel={channel} aria-hidden />
      {t(`channel.${channel}`)}
    </span>
  );
}
