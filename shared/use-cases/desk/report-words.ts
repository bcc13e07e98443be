import type { MonthReport } from '../../domain/desk/month-report.ts';

type Pain = NonNullable<MonthReport['pain']>;

/** What the month's report says, in one language. */
export interface ReportWords {
  readonly locale: string;
  /** The decimal sign. */
  readonly point: '.' | ',';
  readonly hidden: string;
  readonly none: string;
  readonly period: (first: string, last: string, madeOn: string) => string;
  readonly reach: { readonly heading: string; readonly withUs: string; readonly joined: string };
  readonly reporting: { readonly heading: string; readonly reported: string; readonly median: string };
  readonly delivery: Readonly<Record<'heading' | 'due' | keyof Omit<MonthReport['tips'], 'all'>, string>>;
  /** Marks a month that is not over. */
  readonly running: string;
  readonly leaving: Readonly<Record<'heading' | 'soFar' | keyof MonthReport['atEnd'], string>>;
  readonly redFlags: Readonly<Record<'heading' | 'notTold' | 'all' | 'acknowledged' | 'median' | 'ninth', string>>;
  readonly pain: {
    readonly heading: string;
    readonly change: string;
    readonly figure: (mean: string, from: string, to: string, people: Pain['people']) => string;
  };
  /** Caveats that must be read beside the figures. */
  readonly notes: readonly string[];
}

/** The report in English. */
export const englishReport: ReportWords = {
  locale: 'en-GB',
  point: '.',
  hidden: 'hidden',
  none: 'none',
  period: (first, last, madeOn) => `${first} to ${last}, each person’s own days. Made on ${madeOn}.`,
  running: 'The month is not over: all figures are so far.',
  reach: {
    heading: 'Reach',
    withUs: 'People who were with you in the month',
    joined: 'of them joined, or came back, in it',
  },
  reporting: {
    heading: 'Reporting',
    reported: 'Logged a pain score at least once',
    median: 'Days with a score, of somebody in the middle of those',
  },
  delivery: {
    heading: 'Delivery',
    due: 'Tips due',
    arrived: 'arrived',
    onItsWay: 'taken by the provider, without a receipt',
    didNotArrive: 'did not arrive',
    inDoubt: 'in doubt',
    notSent: 'not sent (paused, fewer tips wished, late, and so on)',
  },
  leaving: {
    heading: 'Leaving: when the month was over',
    soFar: 'Leaving: so far',
    withUs: 'were with you',
    themselves: 'had left by their own word',
    provider: 'were ended by a provider (carrier’s STOP, bounce, dead number)',
  },
  redFlags: {
    heading: 'Red flags',
    notTold: 'not told: nobody looks at them, or the month’s are not kept any more',
    all: 'Texts, mails and notes that sounded dangerous',
    acknowledged: 'acknowledged by somebody',
    median: 'until then, half of them waited at most',
    ninth: 'nine in ten at most, nights and days off included',
  },
  pain: {
    heading: 'Pain',
    change: 'The month’s last seven days less its first seven, 0 to 10',
    figure: (mean, from, to, people) => `${mean} points (95 % interval ${from} to ${to}; ${people} people)`,
  },
  notes: [
    'The change in pain is that of people who said CLINIC YES and logged a score in both weeks. It was not caused by the tips, as far as this page can tell: pain rises and falls by itself, people join when it is at its worst, and who goes on logging is not everybody. There is nobody here who got no tips to compare with. A change that a person notices is about 2 points.',
    'A count of 1 to 4 is hidden, and so is whatever it could be subtracted from, so that nobody is pointed at; 0 is shown. Whoever has had everything erased is in no figure.',
  ],
};

/** The report in French. */
export const frenchReport: ReportWords = {
  locale: 'fr-FR',
  point: ',',
  hidden: 'masqué',
  none: 'aucun',
  period: (first, last, madeOn) => `Du ${first} au ${last}, selon les jours de chaque personne. Établi le ${madeOn}.`,
  running: 'Le mois n’est pas terminé : tous les chiffres s’arrêtent à ce jour.',
  reach: {
    heading: 'Participation',
    withUs: 'Personnes inscrites chez vous durant le mois',
    joined: 'dont inscrites, ou revenues, ce mois-là',
  },
  reporting: {
    heading: 'Scores notés',
    reported: 'Ont noté un score de douleur au moins une fois',
    median: 'Jours avec un score, pour la personne du milieu parmi elles',
  },
  delivery: {
    heading: 'Distribution',
    due: 'Conseils prévus',
    arrived: 'arrivés',
    onItsWay: 'acceptés par le prestataire, sans accusé de réception',
    didNotArrive: 'pas arrivés',
    inDoubt: 'incertains',
    notSent: 'pas envoyés (pause, moins de conseils souhaités, retard, etc.)',
  },
  leaving: {
    heading: 'Départs : à la fin du mois',
    soFar: 'Départs : à ce jour',
    withUs: 'étaient chez vous',
    themselves: 'étaient parties de leur propre chef',
    provider: 'arrêtées par un prestataire (STOP chez l’opérateur, adresse ou numéro hors service)',
  },
  redFlags: {
    heading: 'Signaux d’alarme',
    notTold: 'rien à dire : personne ne les regarde, ou ceux du mois ne sont plus conservés',
    all: 'Textos, courriels et notes qui semblaient graves',
    acknowledged: 'pris en charge par quelqu’un',
    median: 'jusque-là, la moitié a attendu au plus',
    ninth: 'neuf sur dix au plus, nuits et jours de fermeture compris',
  },
  pain: {
    heading: 'Douleur',
    change: 'Les sept derniers jours du mois moins les sept premiers, de 0 à 10',
    figure: (mean, from, to, people) => `${mean} points (intervalle à 95 % : de ${from} à ${to} ; ${people} personnes)`,
  },
  notes: [
    'L’évolution de la douleur est celle des personnes qui ont dit CLINIQUE OUI et noté un score les deux semaines. Rien ici ne montre que les conseils en soient la cause : la douleur monte et descend d’elle-même, on s’inscrit quand elle est au pire, et tout le monde ne continue pas à noter. Personne ici n’est resté sans conseils, à qui comparer. On remarque soi-même une différence d’environ 2 points.',
    'Un nombre de 1 à 4 est masqué, comme tout nombre dont on pourrait le soustraire, pour ne désigner personne ; 0 est montré. Qui a fait tout effacer n’est dans aucun chiffre.',
  ],
};
