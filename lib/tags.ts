/** Tags of kept pages: short, since the database carries them to every instance. A page bears those of what it shows. */
export const tag = {
  thread: (id: string) => `thread:${id}`,
  question: (id: string) => `question:${id}`,
  organisation: (id: string) => `organisation:${id}`,
  /** Borne by pages that list a file: touched when it has been scanned. */
  file: (id: string) => `file:${id}`,
  proposal: (id: string) => `proposal:${id}`,
  /** A call for volunteers: its words, its shifts, how many places are free. */
  volunteerCall: (id: string) => `volunteers:${id}`,
  /** The strategy's own text: tasks, goals, withdrawals. */
  strategy: 'strategy',
  /** Which proposals are public, and for which tasks. */
  proposals: 'proposals',
  /** Which organisations are confirmed. */
  organisations: 'organisations',
  /** What proposals are assessed by. */
  criteria: 'criteria',
  /** Which organisations look for partners. */
  network: 'network',
  /** Which calls for volunteers there are, and when. */
  volunteering: 'volunteering',
  ledger: 'ledger',
  /** Which checkpoints there are. */
  checkpoints: 'checkpoints',
  /** Borne by every page that shows people's names; touched when somebody changes theirs, which is rare. */
  names: 'names',
} as const
