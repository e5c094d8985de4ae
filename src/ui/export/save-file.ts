/** Hands a file to the browser's downloads, which number a name that is taken instead of overwriting it. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has the blob by then; at once would be too early for large ones.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
