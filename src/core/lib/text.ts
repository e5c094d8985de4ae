/**
 * UTF-8 both ways. The core is compiled without the types of the page and of Node; both have these two classes,
 * so the members that are used are declared here, and only here.
 */
declare const TextDecoder: new (label?: string, options?: { fatal?: boolean }) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

const decoder = new TextDecoder('utf-8');
const encoder = new TextEncoder();

/** Bytes that are no UTF-8 become U+FFFD, as terminals show them. A byte order mark at the start is dropped. */
export const decodeUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

export const encodeUtf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
