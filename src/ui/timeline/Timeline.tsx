import { type Ref, useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor-context.tsx';
import { ActivitySummary, SUMMARY_ID } from './ActivitySummary.tsx';
import { Overview } from './Overview.tsx';
import styles from './Timeline.module.css';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { Filmstrip } from './thumbnails/Filmstrip.tsx';
import { keepFilmstripChoice, readFilmstripChoice } from './thumbnails/filmstrip-choice.ts';
import { HoverCard } from './thumbnails/HoverCard.tsx';
import { mountHoverCard } from './thumbnails/hover-card.ts';
import { mountTrack } from './track-view.ts';

/** The recording over its source time: the verbs, all of it in small, and the part that is being worked on. */
export function Timeline() {
  const editor = useEditor();
  const track = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const lane = useRef<HTMLDivElement>(null);
  const regions = useRef<HTMLDivElement>(null);
  const holds = useRef<HTMLDivElement>(null);
  const ghosts = useRef<HTMLDivElement>(null);
  const selectionStart = useRef<HTMLDivElement>(null);
  const selectionEnd = useRef<HTMLDivElement>(null);
  const markers = useRef<HTMLDivElement>(null);
  const timeline = useRef<HTMLElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const cardCanvas = useRef<HTMLCanvasElement>(null);
  const cardTime = useRef<HTMLElement>(null);
  const cardResult = useRef<HTMLElement>(null);
  const cardStory = useRef<HTMLParagraphElement>(null);
  const [hasFilmstrip, setHasFilmstrip] = useState(readFilmstripChoice);

  useEffect(() => {
    const hoverCard = mountHoverCard(
      {
        timeline: mounted(timeline.current),
        card: mounted(card.current),
        canvas: mounted(cardCanvas.current),
        time: mounted(cardTime.current),
        result: mounted(cardResult.current),
        story: mounted(cardStory.current),
      },
      editor,
    );
    const endTrack = mountTrack(
      {
        track: mounted(track.current),
        canvas: mounted(canvas.current),
        ruler: mounted(ruler.current),
        lane: mounted(lane.current),
        markers: mounted(markers.current),
        regions: mounted(regions.current),
        holds: mounted(holds.current),
        ghosts: mounted(ghosts.current),
        playhead: mounted(playhead.current),
        selectionEdges: { start: mounted(selectionStart.current), end: mounted(selectionEnd.current) },
      },
      editor,
      hoverCard.showDragged,
    );
    return () => {
      endTrack();
      hoverCard.dispose();
    };
  }, [editor]);

  function toggleFilmstrip(): void {
    keepFilmstripChoice(!hasFilmstrip);
    setHasFilmstrip(!hasFilmstrip);
  }

  return (
    <section ref={timeline} className={styles.timeline} aria-label="Timeline" aria-describedby={SUMMARY_ID} data-filmstrip={hasFilmstrip}>
      <TimelineToolbar hasFilmstrip={hasFilmstrip} toggleFilmstrip={toggleFilmstrip} />
      <Overview />
      <ActivitySummary />
      <div ref={track} className={styles.track} data-hover="visible">
        <div className={styles.picture} aria-hidden="true">
          <canvas ref={canvas} className={styles.canvas} />
        </div>
        <div ref={ruler} className={styles.ruler} data-part="ruler" />
        <div
          ref={playhead}
          className={styles.playhead}
          data-part="playhead"
          role="slider"
          tabIndex={0}
          aria-label="Playhead"
          aria-valuemin={0}
          aria-valuemax={0}
          aria-valuenow={0}
        />
        <div ref={lane} className={styles.lane} data-testid="lane" data-part="lane">
          <div ref={ghosts} className={styles.ghosts} />
          <div ref={regions} className={styles.regions} />
          <div ref={holds} className={styles.holds} />
          <SelectionEdge ref={selectionStart} edge="start" />
          <SelectionEdge ref={selectionEnd} edge="end" />
        </div>
        <div ref={markers} className={styles.markers} data-part="marker-strip" hidden />
      </div>
      {hasFilmstrip && <Filmstrip />}
      <HoverCard card={card} canvas={cardCanvas} time={cardTime} result={cardResult} story={cardStory} />
    </section>
  );
}

/** Elements exist from the first effect on. */
function mounted<Part extends Element>(part: Part | null): Part {
  if (!part) throw new Error('a part of the timeline is missing');
  return part;
}

interface SelectionEdgeProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly edge: 'start' | 'end';
}

function SelectionEdge({ ref, edge }: SelectionEdgeProps) {
  return (
    <div
      ref={ref}
      className={styles.selectionEdge}
      hidden
      data-part="selection-edge"
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={edge === 'start' ? 'Start of selection' : 'End of selection'}
      aria-valuenow={0}
    />
  );
}
