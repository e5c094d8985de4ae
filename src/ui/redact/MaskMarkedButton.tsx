import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';

/** Masks the text that is marked in the preview. */
export function MaskMarkedButton() {
  const { actions } = useEditor();
  return (
    <Button
      look="plain"
      // A press would end the selection that all this is about.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void actions.maskMarked()}
    >
      Mask this
    </Button>
  );
}
