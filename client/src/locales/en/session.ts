export const session = {
  saved: 'Saved',
  saving: 'Saving …',
  offline: 'Offline',
  'not-saving': 'Not saving',
  refused: 'Not accepted',
  ended: 'Connection ended',
  meaning: {
    saved: 'Everything is stored on the server.',
    saving: 'The last words are on their way to the server.',
    offline:
      'There is no connection. What you write is kept in this page and sent when the connection is back.',
    'not-saving':
      'The server cannot store anything at present. What you write is kept and stored as soon as it can.',
    refused: 'The server did not accept something you wrote. It is kept beside the text.',
    ended:
      'The server has ended the connection of this page, which is probably out of date. Load it again; copy first what it did not accept.',
  },
} as const
