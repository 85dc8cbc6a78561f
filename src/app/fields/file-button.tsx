import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  several?: boolean;
  main?: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ComponentChildren;
};

/** A button that lets a person choose files of the program; the same file may be chosen again. */
export function FileButton({ several = false, main = false, onFiles, children }: Props) {
  return (
    <label class={main ? 'btn main' : 'btn'}>
      <Icon sign="file" />
      {children}
      <input
        class="vh"
        type="file"
        multiple={several}
        accept=".gz,application/gzip"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
