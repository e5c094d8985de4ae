/** What is kept here; `close` gives its memory back at once. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  close(): void;
}

const BYTES_PER_PX = 4;

/** Pictures that were seen last, so many bytes of them. */
export class PictureCache<Kept extends Picture> {
  readonly #maxBytes: number;
  /** The ones that were not asked for the longest come first. */
  readonly #pictures = new Map<string, Kept>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  find(key: string): Kept | undefined {
    const picture = this.#pictures.get(key);
    if (!picture) return undefined;
    this.#pictures.delete(key);
    this.#pictures.set(key, picture);
    return picture;
  }

  /** The new one stays, however large it is. */
  keep(key: string, picture: Kept): void {
    this.#drop(key);
    this.#pictures.set(key, picture);
    this.#bytes += bytesOf(picture);
    for (const oldest of this.#pictures.keys()) {
      if (this.#bytes <= this.#maxBytes || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const picture = this.#pictures.get(key);
    if (!picture) return;
    this.#pictures.delete(key);
    this.#bytes -= bytesOf(picture);
    picture.close();
  }
}

const bytesOf = ({ width, height }: Picture): number => width * height * BYTES_PER_PX;
