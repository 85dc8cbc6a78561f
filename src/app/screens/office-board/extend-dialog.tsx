import { schoolCardTexts as texts } from '../../../texts/board.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ExtendForm } from './extend-form.tsx';

/** A later last day for all schools of the campaign. */
export const ExtendDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={texts.extendAll} close={texts.close} onClose={onClose}>
    <ExtendForm placeId={null} />
  </Dialog>
);
