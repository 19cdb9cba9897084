import { Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { Icon } from '../../shell/icon.tsx';
import { BlockText, levelsIn, parametersIn } from './block-text.tsx';
import { Lineage } from './lineage.tsx';
import type { Block, Chosen, Rule } from './queries.ts';
import { useParameterText } from './use-parameter-text.ts';
import classes from './rule-page.module.css';

interface RuleTextProps {
  readonly rule: Rule;
  readonly slug: string;
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/**
 * The text, 640 px wide. A thin bar beside a block says that customers' words stand behind it; it is also the button by which keys
 * choose the block, for a block holds links and chips of its own. On a phone the origin opens beneath what was chosen.
 */
export function RuleText({ rule, slug, chosen, onChoose }: RuleTextProps) {
  const beneath = beneathWhich(rule, chosen);
  const origin =
    chosen === undefined ? null : (
      <div className={classes.beneath}>
        <Lineage slug={slug} rule={rule} of={chosen} />
      </div>
    );
  return (
    <div className={classes.text}>
      <Parameters rule={rule} chosen={chosen} onChoose={onChoose} />
      {beneath === 'parameters' ? origin : null}
      {rule.blocks.map((block) => (
        <div key={block.id}>
          <TextBlock rule={rule} block={block} slug={slug} chosen={chosen} onChoose={onChoose} />
          {beneath === block.id ? origin : null}
        </div>
      ))}
    </div>
  );
}

function Parameters({ rule, chosen, onChoose }: Omit<RuleTextProps, 'slug'>) {
  const { t } = useTranslation('core');
  const textOf = useParameterText();
  if (rule.parameters.length === 0) return null;
  return (
    <dl className={classes.parameters} aria-label={t('rule.parameters')}>
      {rule.parameters.map((parameter) => (
        <div key={parameter.name}>
          <dt id={`parameter-${parameter.name}`}>{parameter.label}</dt>
          <dd>
            <button
              type="button"
              className={classes.value}
              aria-pressed={chosen?.kind === 'parameter' && chosen.id === parameter.name}
              aria-describedby={`parameter-${parameter.name}`}
              onClick={() => onChoose({ kind: 'parameter', id: parameter.name })}
            >
              {textOf(parameter)}
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TextBlock({ rule, block, slug, chosen, onChoose }: RuleTextProps & { readonly block: Block }): ReactNode {
  const { t } = useTranslation('core');
  const origin = rule.origins.find((o) => o.block === block.id);
  const isChosen = chosen?.kind === 'block' && chosen.id === block.id;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- its first child is the button for keys
    <div
      className={classes.block}
      data-origin={origin !== undefined || undefined}
      data-chosen={isChosen || undefined}
      onClick={() => onChoose({ kind: 'block', id: block.id })}
    >
      <button
        type="button"
        id={`block-${block.id}`}
        className={classes.handle}
        aria-pressed={isChosen}
        aria-labelledby={`text-${block.id}`}
        title={t('rule.originOf')}
      />
      <div id={`text-${block.id}`}>
        <BlockText
          content={block.content}
          language={rule.language}
          parameters={rule.parameters}
          levels={levelsIn(rule.blocks)}
          slug={slug}
          chosenParameter={chosen?.kind === 'parameter' ? chosen.id : undefined}
          onParameter={(name) => onChoose({ kind: 'parameter', id: name })}
        />
      </div>
      {block.secret ? (
        <Tooltip label={t('rule.secret')}>
          <span className={classes.secret}>
            <Icon of={IconEyeOff} size={16} />
          </span>
        </Tooltip>
      ) : null}
      {origin === undefined ? null : (
        <span className={classes.note}>
          <ChannelMark channel={origin.channel} /> {t('rule.words', { count: origin.words })}
        </span>
      )}
    </div>
  );
}

/** Under which block a phone shows the origin; a parameter that stands in no block has it under the list of parameters. */
function beneathWhich(rule: Rule, chosen: Chosen | undefined): string | undefined {
  if (chosen === undefined || chosen.kind === 'block') return chosen?.id;
  return rule.blocks.find(({ content }) => parametersIn(content).includes(chosen.id))?.id ?? 'parameters';
}
