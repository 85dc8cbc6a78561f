import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  several?: boolean;
  main?: boolean;
  /** what may be chosen; files of the program when left out */
  accept?: string;
  onFiles: (files: readonly File[]) => void;
  children: ComponentChildren;
};

/** A button that lets a person choose files; the same file may be chosen again. */
export function FileButton({
  several = false,
  main = false,
  accept = '.gz,application/gzip',
  onFiles,
  children,
}: Props) {
  return (
    <label class={main ? 'btn main' : 'btn'}>
      <Icon sign="file" />
      {children}
      <input
        class="vh"
        type="file"
        multiple={several}
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
