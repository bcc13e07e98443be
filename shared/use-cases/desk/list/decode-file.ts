import { gunzipSync } from 'node:zlib';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The text of a list, from whatever saved it: UTF-8, UTF-16 by its byte order mark, else Windows' Latin letters, in which
 * spreadsheets save; packed, as Amazon Pinpoint exports.
 */
export const decodeFile = (file: Uint8Array): string => {
  const bytes = isGzip(file) ? gunzipSync(file) : file;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
