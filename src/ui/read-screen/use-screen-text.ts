import { useEffect, useState } from 'react';
import type { SourceTime } from '#core/cast/time.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import type { ScreenText } from '#core/screen/search/screen-lines.ts';
import { selectShownRecording } from '#store/masks.ts';
import { useEditorState } from '../editor-context.tsx';

export interface ReadScreen {
  readonly text: ScreenText;
  readonly time: SourceTime;
}

export interface ScreenReading {
  /** The last that could be read: while the next is on its way, the one before. */
  readonly screen: ReadScreen | null;
  /** Why there is none, with what can be done; empty where there is one, or it is on its way. */
  readonly problem: string;
}

const NO_SCREENS = 'The screens of this recording could not be worked out. The text in the preview can be selected all the same.';

/** The text on the screen of an instant, as it was recorded. */
export function useScreenText(time: SourceTime): ScreenReading {
  const screens = useEditorState((state) => state.screens);
  const recording = useEditorState(selectShownRecording);
  const [reading, setReading] = useState<ScreenReading>({ screen: null, problem: '' });

  useEffect(() => {
    if (!screens || !recording) {
      setReading(({ screen }) => ({ screen, problem: NO_SCREENS }));
      return;
    }
    let isOver = false;
    screens.ask({ kind: 'text', position: upperBound(recording.events.times, time) }, 'text').then(
      (text) => {
        if (!isOver && text) setReading({ screen: { text, time }, problem: '' });
      },
      (error: unknown) => {
        if (!isOver) setReading(({ screen }) => ({ screen, problem: error instanceof Error ? error.message : String(error) }));
      },
    );
    return () => {
      isOver = true;
    };
  }, [screens, recording, time]);

  return reading;
}
