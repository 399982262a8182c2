export const position = {
  agreedByBoth: 'Agreed by both',
  against: '{{name}} does not agree',
  answer: 'Answer',
  change: 'Change',
  changedSince: 'The wording has changed since',
  seeWhat: 'See what',
  changesTitle: 'Changes since {{name}} answered',
  stance: 'Where we stand',
  inWords: 'In words',
  inWordsHint: 'A reservation, a reason, a condition. Both parties read it.',
  changedMeanwhile: 'The requirement has changed. I have read it again.',
  give: 'Answer for {{name}}',
} as const
