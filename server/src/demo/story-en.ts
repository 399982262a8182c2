import type { Story } from './story.ts'

/** The sample project in English. */
export const storyEn: Story = {
  language: 'en',
  project: 'Operation of the control room network',
  specify: {
    values: [
      {
        on: 'procedure-strategy',
        by: 'claudia',
        values: ['Outsourcing strategy 2026, version 1.2', 'Claudia Brandt', 'Holger Seidel'],
      },
      {
        on: 'level-grundschutz',
        by: 'claudia',
        values: ['Edition 2023', 'standard protection', 'control room network with all remote stations'],
      },
      { on: 'law-locations', by: 'holger', values: ['Germany', '90'] },
      { on: 'law-subcontractors', by: 'holger', values: ['30'] },
      { on: 'rights-admin', by: 'holger', values: ['a phishing-resistant hardware factor', null] },
      { on: 'rights-revoke', by: 'holger', values: ['24', '3'] },
      {
        on: 'organisation-alerting',
        by: 'holger',
        values: ['loss of the control connection to a remote station', 'around the clock', '15', '30'],
      },
      { on: 'organisation-incidents', by: 'claudia', values: ['4', 'Claudia Brandt', '14'] },
      { on: 'organisation-vulnerabilities', by: 'claudia', values: ['CVSS 7.0', '48', '30'] },
      { on: 'technology-backup', by: 'holger', values: ['4', '8', '6'] },
      { on: 'control-audits', by: 'claudia', values: ['an accredited test laboratory', '2', '10', '1'] },
    ],
    additions: [],
    threads: [
      {
        on: 'organisation-incidents',
        audience: 'private',
        comments: [
          {
            by: 'meryem',
            words: 'How far may we move on the four hours? The last tender failed on exactly this.',
          },
          {
            by: 'claudia',
            words: 'Six at the very most: we have to report to the authority ourselves within 24 hours.',
          },
        ],
      },
    ],
    positions: [],
  },
  refine: {
    values: [
      { on: 'rights-admin', by: 'nadine', values: [null, 'remote maintenance portal Nordlicht Gate'] },
      {
        on: 'technology-availability',
        by: 'holger',
        values: ['the control room network', '99.9', 'calendar month', null, null, '60'],
      },
      {
        on: 'technology-availability',
        by: 'nadine',
        values: [null, null, null, 'active-active across sites', '4', null],
      },
      {
        on: 'communication-encryption',
        by: 'nadine',
        values: ['IPsec with IKEv2', 'BSI TR-02102-3', 'Nadine Vogt', '12'],
      },
    ],
    additions: [
      {
        on: 'organisation-alerting',
        by: 'nadine',
        words:
          'Alerts are given by telephone and in the ticket system; an alert counts as given once a person has confirmed it.',
      },
    ],
    threads: [
      {
        on: 'organisation-incidents',
        audience: 'shared',
        quote: 'of its detection',
        comments: [
          {
            by: 'lars',
            words:
              'From when does the time run: from the first alarm, or once an analyst has confirmed an incident?',
          },
          {
            by: 'claudia',
            words:
              'From the confirmation, but the analysis may take four hours at most. Shall we write both down?',
          },
          { by: 'lars', words: 'Yes, that works for us. Nadine will word it.' },
        ],
      },
      {
        on: 'control-audits',
        audience: 'shared',
        comments: [
          {
            by: 'tobias',
            words:
              'Audits without notice need an escort in our data centre. Can we add that your auditors register at the gate?',
          },
          {
            by: 'claudia',
            words: 'At the gate, yes, but not before. Otherwise it would not be without notice.',
          },
        ],
      },
      {
        on: 'law-subcontractors',
        audience: 'shared',
        comments: [
          { by: 'tobias', words: 'Does this include the network operators whose lines we rent?' },
          { by: 'claudia', words: 'No, only those who can reach our data or systems.' },
        ],
        resolvedBy: 'tobias',
      },
      {
        on: 'technology-availability',
        audience: 'private',
        comments: [
          {
            by: 'nadine',
            words:
              '99.9 % is feasible with the second site, 99.95 % would need another line. Please do not offer it.',
          },
          { by: 'lars', words: 'Understood. We stay at 99.9 %.' },
        ],
      },
      {
        on: 'rights-revoke',
        audience: 'private',
        comments: [
          {
            by: 'holger',
            words: 'If they ask for 48 hours I would agree, as long as remote access is blocked at once.',
          },
        ],
      },
    ],
    positions: [
      {
        on: [
          'procedure-strategy',
          'procedure-concrete',
          'procedure-refine',
          'level-grundschutz',
          'scope-domains',
          'scope-interfaces',
          'law-locations',
          'law-confidentiality',
          'rights-matrix',
          'organisation-contacts',
          'technology-hardening',
          'communication-encryption',
          'organisation-alerting',
        ],
        by: 'claudia',
        stance: 'agreed',
      },
      {
        on: [
          'procedure-strategy',
          'procedure-concrete',
          'procedure-refine',
          'level-grundschutz',
          'scope-domains',
          'law-locations',
          'law-confidentiality',
          'rights-matrix',
          'organisation-contacts',
          'technology-hardening',
        ],
        by: 'lars',
        stance: 'agreed',
      },
      {
        on: ['organisation-incidents'],
        by: 'lars',
        stance: 'agreed-with-reservation',
        words: 'Agreed once it is clear when the time begins.',
      },
      {
        on: ['rights-revoke'],
        by: 'lars',
        stance: 'not-agreed',
        words: 'We can do 48 hours; 24 hours would need staff at weekends.',
      },
      {
        on: ['technology-backup'],
        by: 'lars',
        stance: 'agreed-with-reservation',
        words: 'The restoration test twice a year is charged separately.',
      },
      { on: ['technology-backup'], by: 'claudia', stance: 'agreed' },
    ],
  },
  snapshot: {
    name: 'After the first refinement meeting',
    note: 'Alerting and encryption are settled; incidents and revocation of rights are open.',
  },
  after: {
    values: [{ on: 'rights-revoke', by: 'holger', values: ['48', null] }],
    additions: [
      {
        on: 'organisation-incidents',
        by: 'nadine',
        words:
          'An incident counts as detected once an analyst has confirmed it, at the latest four hours after the first alarm.',
      },
    ],
    threads: [
      {
        on: 'rights-revoke',
        audience: 'shared',
        comments: [
          {
            by: 'claudia',
            words:
              'We have moved to 48 hours. Please confirm that remote access is blocked at once all the same.',
          },
        ],
      },
    ],
    positions: [{ on: ['organisation-incidents'], by: 'claudia', stance: 'agreed' }],
  },
}
