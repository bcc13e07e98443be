import { gunzipSync } from 'node:zlib';
import { UnreadableListError } from './unreadable-list.ts';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** 64 MiB hold a list of some hundred thousand people. A limit is needed because a small gzip file may unpack to any size. */
const longestUnpacked = 64 * 1024 * 1024;

const unpacked = (file: Uint8Array, maxOutputLength: number): Uint8Array => {
  try {
    return gunzipSync(file, { maxOutputLength });
  } catch (cause) {
    throw new UnreadableListError(
      {
        en: 'the file is packed and cannot be unpacked, or is too long: unpack it first',
        fr: 'le fichier est compressé et ne peut être décompressé, ou il est trop long : décompressez-le d’abord',
      },
      { cause },
    );
  }
};

/**
 * Decodes a list, whatever program saved it: UTF-8, UTF-16 by its byte order mark, otherwise Windows-1252, which
 * spreadsheets save in. A gzip file, as Amazon Pinpoint exports, is unpacked first.
 * @throws UnreadableListError if it cannot be unpacked, or unpacks to more than `longest` bytes
 */
export const decodeFile = (file: Uint8Array, longest = longestUnpacked): string => {
  const bytes = isGzip(file) ? unpacked(file, longest) : file;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
