import type { ComponentChildren } from 'preact';
import type { AnsweredOf } from '../../../core/scoring/assessment.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Tag } from '../../../ui/mark.tsx';

type Props = {
  block: keyof typeof tableTexts.titles;
  progress: AnsweredOf | null;
  /** what else is to be said about the whole table */
  children?: ComponentChildren;
};

/** A table's title with how much of it is filled. */
export function TableHeading({ block, progress, children }: Props) {
  const full = progress !== null && progress.of > 0 && progress.answered === progress.of;
  return (
    <div class="row">
      <h2 id={`${block}-title`}>{tableTexts.titles[block]}</h2>
      {progress ? (
        <Tag sign={full ? 'yes' : 'empty'} {...(full ? { tone: 'ok' as const } : {})}>
          {tableTexts.progress(progress.answered, progress.of)}
        </Tag>
      ) : null}
      {children}
    </div>
  );
}
