import type { Channel, Language } from '../../shared/domain/people/subscriber.ts';
import type { Dose } from '../../shared/domain/tips/dose.ts';

/** How somebody's pain goes over the weeks, as a mean for each day. */
export interface PainStory {
  readonly from: number;
  readonly to: number;
  /** How far a day may be from the mean. */
  readonly swing: number;
  /** A flare-up: how many days ago it began, how many it lasted, and by how much it was worse. */
  readonly flare?: { readonly daysAgo: number; readonly days: number; readonly worse: number };
  /** How many of ten days they answer. */
  readonly answersOfTen: number;
}

/** A person of fiction. */
export interface DemoPerson {
  readonly name: string;
  /** A number or mailbox that is reserved for fiction. */
  readonly address: string;
  readonly channel: Channel;
  readonly language: Language;
  /** The country, for a mailbox; a number tells its own. */
  readonly zone?: string;
  readonly time: string;
  readonly joinedDaysAgo: number;
  readonly story: PainStory;
  readonly dose?: Dose;
  readonly clinic?: 'yes' | 'no';
  readonly research?: 'yes' | 'no';
  readonly pausedDaysAgo?: number;
  readonly leftDaysAgo?: number;
  /** For how many days texts have not arrived. */
  readonly failsForDays?: number;
}

type Role = Omit<DemoPerson, 'address' | 'name'> & {
  /** The names of this role; the first is in the clinic of ten, the others in larger ones. */
  readonly names: readonly [string, ...string[]];
  /** The address of whoever is the `place`th in the role, from 0 on. */
  readonly address: (place: number) => string;
};

// Numbers for drama: 555-0100 to 555-0199 of each area code (NANPA), 07700 900000 to 900999 (Ofcom), 06 39 98 00 00 to 99 99
// (ARCEP). Mailboxes of example.org (RFC 2606).
const two = (number: number): string => String(number).padStart(2, '0');
const inNorthAmerica = (area: string) => (place: number) => `+1${area}55501${two(10 + place)}`;
const inBritain = (place: number): string => `+4477009001${two(place)}`;
const inFrance = (first: number) => (place: number) => `+3363998${String(first + place).padStart(4, '0')}`;
const mailbox = (name: string) => (place: number) => `${name}${place === 0 ? '' : place}@example.org`;

const improving: PainStory = { from: 7, to: 3, swing: 1.5, answersOfTen: 9 };

const roles: readonly Role[] = [
  {
    names: ['Maya Torres', 'Brenda Cole', 'Alice Kim'],
    address: inNorthAmerica('212'),
    channel: 'sms',
    language: 'en',
    time: '09:00',
    joinedDaysAgo: 90,
    story: improving,
    clinic: 'yes',
    research: 'yes',
  },
  {
    names: ['Dougal Reid', 'Gareth Wynn', 'Anne Shaw'],
    address: inBritain,
    channel: 'sms',
    language: 'en',
    time: '08:30',
    joinedDaysAgo: 90,
    story: { from: 5, to: 5, swing: 1, answersOfTen: 8 },
    clinic: 'yes',
    research: 'yes',
  },
  {
    names: ['Margaret Hill', 'Ruth Adler', 'Joan Price'],
    address: inNorthAmerica('312'),
    channel: 'sms',
    language: 'en',
    time: '10:00',
    joinedDaysAgo: 75,
    story: { from: 4, to: 3, swing: 1, answersOfTen: 9, flare: { daysAgo: 40, days: 14, worse: 5 } },
    clinic: 'yes',
    research: 'yes',
  },
  {
    names: ['Earl Watson', 'Hank Doyle', 'Luis Vega'],
    address: inNorthAmerica('602'),
    channel: 'sms',
    language: 'en',
    time: '09:00',
    joinedDaysAgo: 60,
    story: { from: 6, to: 5, swing: 2, answersOfTen: 3 },
    dose: 'less',
    failsForDays: 2,
  },
  {
    names: ['Gwen Parry', 'Elin Rhys', 'Nora Quinn'],
    address: mailbox('gwen.parry'),
    channel: 'email',
    language: 'en',
    zone: 'Europe/London',
    time: '09:00',
    joinedDaysAgo: 90,
    story: { from: 6, to: 4, swing: 1, answersOfTen: 7 },
    clinic: 'yes',
    research: 'yes',
  },
  {
    names: ['Loïc Martin', 'Hugo Blanc', 'Jean Caron'],
    address: inFrance(100),
    channel: 'sms',
    language: 'fr',
    time: '09:00',
    joinedDaysAgo: 90,
    story: { from: 8, to: 4, swing: 1.5, answersOfTen: 9 },
    clinic: 'yes',
    research: 'yes',
  },
  {
    names: ['Monique Bernard', 'Colette Roux', 'Anaïs Morel'],
    address: inFrance(300),
    channel: 'sms',
    language: 'fr',
    time: '10:30',
    joinedDaysAgo: 90,
    story: { from: 3, to: 4, swing: 1, answersOfTen: 8, flare: { daysAgo: 12, days: 12, worse: 4 } },
    clinic: 'no',
    research: 'no',
  },
  {
    names: ['Thierry Gagnon', 'Luc Pelletier', 'Denis Roy'],
    address: inNorthAmerica('514'),
    channel: 'sms',
    language: 'fr',
    time: '08:00',
    joinedDaysAgo: 50,
    story: { from: 5, to: 6, swing: 1.5, answersOfTen: 6 },
    pausedDaysAgo: 2,
  },
  {
    names: ['Sandrine Petit', 'Claire Fabre', 'Lucie Garnier'],
    address: mailbox('sandrine.petit'),
    channel: 'email',
    language: 'fr',
    zone: 'Europe/Paris',
    time: '09:00',
    joinedDaysAgo: 90,
    story: { from: 4, to: 2, swing: 1, answersOfTen: 5 },
    dose: 'weekly',
  },
  {
    names: ['Nadia Haddad', 'Priya Nair', 'Carol Stone'],
    address: inNorthAmerica('604'),
    channel: 'sms',
    language: 'en',
    time: '09:00',
    joinedDaysAgo: 35,
    story: { from: 6, to: 6, swing: 2, answersOfTen: 5 },
    leftDaysAgo: 4,
  },
];

/** Each role has numbers for 80: those of its area code that are reserved for fiction. */
export const mostPeople = roles.length * 80;

const personIn = ({ names, address, ...role }: Role, place: number): DemoPerson => ({
  ...role,
  name: place < names.length ? (names[place] ?? names[0]) : `${names[place % names.length] ?? names[0]} ${place}`,
  address: address(place),
  // In a larger clinic not all began on the same days.
  joinedDaysAgo: Math.max((role.leftDaysAgo ?? 0) + 3, role.joinedDaysAgo - place * 4),
});

/** The clinic's people: the same ten first, then others like them. */
export const demoCast = (people: number): readonly DemoPerson[] =>
  Array.from({ length: people }, (_, index) => {
    const role = roles[index % roles.length];
    return role ? [personIn(role, Math.floor(index / roles.length))] : [];
  }).flat();
