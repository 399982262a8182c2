export const print = {
  print: 'Print',
  kind: 'Security requirements',
  version: 'Version {{number}}, {{name}}, {{date}}',
  working: 'Working state, {{date}}',
  fingerprint: 'Fingerprint (SHA-256):',
  source: 'Based on {{source}}',
  contents: 'Contents',
  page: 'Page {{page}} of {{pages}}',
} as const
