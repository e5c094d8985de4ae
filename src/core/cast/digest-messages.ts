/** What the page says to the worker that computes a digest: the text, piece by piece in order. An empty text is one empty piece. */
export interface DigestRequest {
  readonly totalBytes: number;
  readonly piece: Uint8Array<ArrayBuffer>;
}

/** What it answers to the last piece: in hexadecimal, or nothing where the platform computes none. */
export interface DigestAnswer {
  readonly sha256: string | undefined;
}
