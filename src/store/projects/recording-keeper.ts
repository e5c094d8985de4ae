import type { OpenedRecording } from '../state.ts';
import { blobOfText } from './blob-of-text.ts';
import type { ProjectPorts } from './ports.ts';
import { identityOf, isOwned, recordOf, type Session } from './session.ts';
import type { Shelf } from './shelf.ts';

/**
 * Keeps the recording beside its edits, once there are any: answers whether it is kept. Without it the edits are kept all
 * the same, and its file is needed to go on with them.
 */
export function createRecordingKeeper(ports: ProjectPorts, shelf: Shelf, writer: string): (session: Session) => Promise<boolean> {
  let isPersistent = false;

  /** The user may be asked, and take his time: nothing waits for it. */
  function askToPersist(): void {
    if (isPersistent) return;
    isPersistent = true;
    ports
      .askToPersist()
      .catch((error: unknown) => console.warn('The browser may clear away what is kept when it runs out of room.', error));
  }

  async function keep(session: Session): Promise<boolean> {
    const { opened } = session;
    const text = opened.recording.sourceText;
    session.source = identityOf(opened, await digestOf(ports, opened));
    if (!(await ports.hasRoomFor(text.length))) return false;
    const blob = await blobOfText(text);
    return shelf.use(async (storage) => {
      const record = recordOf({ ...session, recording: 'kept' }, writer, Date.now());
      return isOwned(session) && storage.putRecording(record, blob);
    });
  }

  return async (session) => {
    session.recording = 'tried';
    askToPersist();
    const isKept = await keep(session).catch((error: unknown) => {
      console.warn('The recording could not be kept beside its edits; its file is needed to go on with them.', error);
      return false;
    });
    if (isKept) session.recording = 'kept';
    // What was written meanwhile says that it is not kept; and its digest is worth knowing all the more where it is not.
    session.autosave.changed();
    return isKept;
  };
}

/** Of a recording's text; undefined where none can be had: its size stands for it then. */
export async function digestOf({ digest }: Pick<ProjectPorts, 'digest'>, { recording }: OpenedRecording): Promise<string | undefined> {
  try {
    return await digest(recording);
  } catch (error) {
    console.warn('The digest of the recording could not be computed; its size stands for it.', error);
    return undefined;
  }
}
