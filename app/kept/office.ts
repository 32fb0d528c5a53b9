/**
 * Who runs this installation, for the legal pages. To be confirmed and completed by the operator before the site is
 * opened to the public: what is null is shown as missing, and never guessed.
 */
export const office = {
  /** The public body that the site belongs to; also who decides what personal data is for (GDPR art. 4 pt 7). */
  body: 'Gmina Miasta Toruń',
  controller: 'Prezydent Miasta Torunia',
  /** A person or a unit of the office, as it should be written to. */
  contact: null,
  email: null,
  phone: null,
  postalAddress: null,
  /** Where and how a building of the office is entered. */
  building: null,
  dataProtectionOfficer: null,
  /** Days as yyyy-mm-dd: when the site was published and last changed much, when the statement was made and last reviewed (yearly, by 31 March). */
  published: '2026-11-22',
  changed: '2026-11-22',
  statementMade: '2026-11-22',
  statementReviewed: '2026-11-22',
} as const satisfies Record<string, string | null>
