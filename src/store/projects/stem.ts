/** The name of a recording without what says that it is one: files that are made of it are named after that. */
export const stemOf = (fileName: string): string => fileName.replace(/\.gz$/i, '').replace(/\.(cast|json)$/i, '') || 'recording';
