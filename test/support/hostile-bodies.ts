const parts = (count: number): string =>
  `${'\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'.repeat(count)}\r\n--b--`;

interface HostileBody {
  readonly name: string;
  readonly body: string;
  readonly type?: string;
}

/** What an enemy might post to a form of a page: as much as is read, and far more. */
export const hostileForms: readonly HostileBody[] = [
  { name: '16 KB of names', body: 'a&'.repeat(8_000) },
  { name: '16 KB of one name', body: 'address=&'.repeat(1_700) },
  { name: '16 KB of escapes', body: `address=${'%41'.repeat(5_300)}` },
  { name: '16 KB of pluses', body: `address=${'+'.repeat(16_000)}` },
  { name: '16 KB of parts', body: parts(260), type: 'multipart/form-data; boundary=b' },
  { name: '1 MB of names', body: 'a&'.repeat(500_000) },
  { name: '1 MB of one field', body: `address=${'a'.repeat(1_000_000)}` },
  { name: '1 MB of parts', body: parts(18_000), type: 'multipart/form-data; boundary=b' },
];

const names = Array.from({ length: 16_000 }, (_, index) => `${index.toString(36)}=`).join('&');

/** What might be posted to Twilio's webhook with a signature of the right shape, and is more than Twilio ever posts. */
export const hostileWebhooks: readonly HostileBody[] = [
  { name: '33 KB of one field', body: `Body=${'a'.repeat(33_000)}` },
  { name: '33 KB of escapes', body: '%F0%9F%98%80'.repeat(2_750) },
  { name: '64 KB of 16,000 names', body: names },
  { name: '64 KB of one name', body: 'a=1&'.repeat(16_000) },
  { name: '64 KB of separators', body: '&'.repeat(65_000) },
  { name: '1 MB of names', body: `${names}&`.repeat(16) },
  { name: '1 MB of one field', body: `Body=${'a'.repeat(1_000_000)}` },
  { name: '1 MB of escapes', body: '%41'.repeat(333_333) },
  { name: '1 MB without a name', body: 'x'.repeat(1_000_000) },
];

/** What Twilio might have posted: to tell that it did not, all of it is hashed. */
export const webhooksToHash: readonly HostileBody[] = [
  { name: '32 KB of pluses', body: '+'.repeat(32_000) },
  { name: '32 KB of escapes', body: `Body=${'%E2%82'.repeat(5_000)}` },
  { name: '32 KB of letters', body: `Body=${'é'.repeat(16_000)}` },
];
