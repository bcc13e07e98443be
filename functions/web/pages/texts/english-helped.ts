/** The page on what went with lower scores: no word on it says that one thing made the other. */
export const helpedPages = {
  helped: {
    title: 'What helped',
    saidTitle: 'What you said helped',
    saidNone: 'Answer a tip with HELPED when it did you good: it is listed here, and tips like it come sooner.',
    afterTitle: 'Your scores after tips',
    usual: 'Your own average since your first tip is {usual}, of {days} days with a score.',
    lower: 'On the day after tips about these subjects it was lower:',
    line: '{topic}: {mean}, of {days} days',
    noneLower: 'It was not lower on the day after tips about any one subject.',
    tooFew:
      'It is too early to tell. It takes two weeks with scores, and for each subject {days} tips with a score on the day after.',
    association: 'This is an association',
    caution:
      'It shows what came together in your diary, and nothing about the reason. Averages of a few days go up and down by chance, other things happened on those days as well, and later tips look better to anybody who is getting better anyway. A difference of less than 2 points is within the usual ups and downs.',
    fromDiary: 'What helped',
    fromDiaryText: 'The tips that you said helped, and your scores on the days after tips.',
    topics: {
      understanding: 'Understanding pain',
      moving: 'Moving',
      pacing: 'Pacing',
      sleep: 'Sleep',
      calm: 'Becoming calm',
      work: 'Work',
      mood: 'Mood',
      help: 'Asking for help',
      comfort: 'Warmth and comfort',
      medicine: 'Medicines',
      food: 'Food',
      smoking: 'Smoking',
      gear: 'Chairs, beds and aids',
      'hands-on': 'Massage and other treatment by hand',
    },
  },
} as const;
