/** Words for what goes wrong before or beside the server; the server words its own problems. */
export const problem = {
  offline: 'The server cannot be reached. What you typed is still here; please try again.',
  unexpected: 'The server answered in a way this page does not understand. Please load the page again.',
  server:
    'The server could not do that just now (error {{status}}). What you typed is still here; please try again.',
  tooLarge: 'The file is larger than {{megabytes}} MB.',
} as const
